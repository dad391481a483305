using Neatx.Workspace.Demo.Films;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>An expert's reading of the four tubes on every film of a phantom set.</summary>
internal sealed class FilmExpertTable(PhantomStudy study) : DemoTable
{
    public override string FileName => DemoFiles.ExpertTubes;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row(["ImageID", .. Tube.All.Select(tube => tube.Column)]);
        for (var image = 0; image < study.Names.Count; image++)
            csv.Row([study.Names[image], .. Tube.All.Select((_, tube) => YesNo(study.ExpertSees(tube, image)))]);
    }
}
