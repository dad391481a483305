using System.Globalization;
using Neatx.Imaging.Phantom;
using Neatx.Workspace.Demo.Films;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>What each film of a phantom set truly shows, with the seeds that make it again.</summary>
internal sealed class FilmTruthTable(PhantomStudy study) : DemoTable
{
    public override string FileName => DemoFiles.Truth;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row(["image", "patient", "sex", "age", "view", "difficulty", "seed", "patient_seed", .. FilmFinding.All.Select(finding => finding.PadChest.Replace(' ', '_'))]);
        for (var image = 0; image < study.Names.Count; image++)
        {
            var (scene, at) = (study.Scenes[image], image);
            csv.Row(
            [
                study.Names[image], NihColumns.Text(study.Population.Images[image].Patient.Number), scene.Sex == PhantomSex.Female ? "F" : "M", NihColumns.Text(scene.Age),
                scene.View == PhantomView.AnteroPosterior ? "AP" : "PA", scene.Difficulty.ToString("0.####", CultureInfo.InvariantCulture),
                scene.Seed.ToString(CultureInfo.InvariantCulture), scene.PatientSeed.ToString(CultureInfo.InvariantCulture),
                .. FilmFinding.All.Select((_, finding) => study.Shows(at, finding) ? "1" : "0"),
            ]);
        }
    }
}
