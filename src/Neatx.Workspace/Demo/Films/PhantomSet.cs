using System.Diagnostics;
using System.Globalization;
using Neatx.Imaging.Phantom;
using Neatx.Workspace.Demo.Tables;
using Neatx.Workspace.Launch;

namespace Neatx.Workspace.Demo.Films;

/// <summary>A folder with phantom films, their label table in a published format, the ratings of two raters and an expert, the truth, and a protocol that runs on them.</summary>
public static class PhantomSet
{
    /// <summary>The folder of the films within the set's.</summary>
    public const string Images = "images";

    /// <summary>The folder of the masks within the set's.</summary>
    public const string Masks = "masks";

    /// <summary>The page that shows the first films together.</summary>
    public const string Sheet = "contact_sheet.png";

    private const int FilmsOnSheet = 24;

    /// <summary>Writes a set. Films that are there already, made with the same options by the same code, are kept; each file appears whole or not at all.</summary>
    /// <exception cref="NeatxException">An option cannot be had.</exception>
    /// <exception cref="OperationCanceledException">Stopped; what was finished stands.</exception>
    public static void Write(string folder, PhantomSetOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var study = new PhantomStudy(options);
        foreach (var table in (DemoTable[])[Labels(study, options.Format), new FilmRatingSheet(study), new FilmExpertTable(study), new FilmTruthTable(study)])
            AtomicFile.Write(Path.Combine(folder, table.FileName), table.Write);
        AtomicFile.WriteText(Path.Combine(folder, PhantomProtocol.FileName), PhantomProtocol.Text(options));
        observer.Finished("tables", Association(study), options.Images, watch.Elapsed, reused: false);

        if (!options.WithFilms) return;
        watch.Restart();
        var films = new FilmFolder(Path.Combine(folder, Images), options.Size)
        {
            Masks = options.WithMasks ? Path.Combine(folder, Masks) : null,
            Jobs = options.Jobs,
        };
        var made = films.Make(study.Orders, observer, cancellation);
        var kept = options.Images - made;
        var size = string.Create(CultureInfo.InvariantCulture, $"{options.Size} x {options.Size} films of 16 bits{(kept > 0 && made > 0 ? $", {kept:N0} kept" : "")}");
        observer.Finished("films", size, options.Images, watch.Elapsed, reused: made == 0);
        if (!options.WithContactSheet) return;

        watch.Restart();
        var shown = study.Scenes.DistinctBy(scene => scene.PatientSeed).Take(FilmsOnSheet).Select(scene => (scene, Caption(scene))).ToList();
        AtomicFile.Replace(Path.Combine(folder, Sheet), path => ContactSheet.Write(path, shown));
        observer.Finished("sheet", Sheet, shown.Count, watch.Elapsed, reused: false);
    }

    private static DemoTable Labels(PhantomStudy study, PhantomTableFormat format) =>
        format == PhantomTableFormat.Nih ? new FilmNihTable(study) : new FilmPadChestTable(study);

    /// <summary>Short words, for a caption is as wide as its film.</summary>
    private static string Caption(PhantomScene scene)
    {
        ReadOnlySpan<(PhantomFindings Finding, string Word)> words =
        [
            (PhantomFindings.ChestDrain, "drain"), (PhantomFindings.NasogastricTube, "ngt"),
            (PhantomFindings.EndotrachealTube, "ett"), (PhantomFindings.TracheostomyTube, "trach"),
            (PhantomFindings.Pneumothorax, "ptx"), (PhantomFindings.Effusion, "eff"), (PhantomFindings.Cardiomegaly, "heart"),
        ];
        var (sex, view) = (scene.Sex == PhantomSex.Female ? 'F' : 'M', scene.View == PhantomView.AnteroPosterior ? "AP" : "PA");
        var caption = string.Create(CultureInfo.InvariantCulture, $"{sex}{scene.Age} {view}");
        foreach (var (finding, word) in words)
            if (scene.Shows(finding)) caption += $" {word}";
        return caption;
    }

    /// <summary>The association that came out, which differs from the one that was asked for by chance.</summary>
    private static string Association(PhantomStudy study)
    {
        var counts = new double[2, 2];
        foreach (var scene in study.Scenes) counts[scene.Shows(PhantomFindings.ChestDrain) ? 1 : 0, scene.Shows(PhantomFindings.Pneumothorax) ? 1 : 0]++;
        var (neither, air, drain, both) = (counts[0, 0], counts[0, 1], counts[1, 0], counts[1, 1]);
        var root = Math.Sqrt((drain + both) * (neither + air) * (air + both) * (neither + drain));
        if (root == 0) return "labels; phi drain-pneumothorax undefined";
        return string.Create(CultureInfo.InvariantCulture, $"labels; phi drain-pneumothorax {((both * neither) - (drain * air)) / root:0.000}");
    }
}
