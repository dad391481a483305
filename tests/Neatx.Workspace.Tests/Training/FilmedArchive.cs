using Neatx.Workspace.Tests.Launch;
using Neatx.Workspace.Tests.Splits;

namespace Neatx.Workspace.Tests.Training;

/// <summary>The made archive with films, and a sweep of four runs on it.</summary>
internal static class FilmedArchive
{
    public const int Patients = 30;

    public const string Sweep = """
        splits:
          s: {title: Split, of: [raters, expert], parts: {train: .6, validation: .2, test: .2, sealed: 0}, labels: raters, stratify: [Drain], fixed: [{patients_of: expert, parts: sealed}]}
        training:
          drains: {title: Drain detectors, recipe: neatx-drain, options: {epochs: 3}, models: [densenet121, resnet50], labels: raters, findings: [Drain, Tube], split: s, seeds: [1, 2]}

        """;

    public static string Protocol { get; } = MadeArchive.Protocol.Replace("view: view}}}", "view: view}}, images: {folders: [films/a, films/b], preprocessing: {size: 32}}}", StringComparison.Ordinal);

    /// <summary>Writes tables and films.</summary>
    public static MadeRun WriteTo(MadeRun run)
    {
        MadeArchive.WriteTo(run, (name, text) => run.Write(name, text), Patients);
        foreach (var (number, image) in MadeArchive.Images(Patients).Index())
            run.WriteBytes($"films/{(number % 2 == 0 ? "a" : "b")}/{image.Name}", MadeFilm.Png(number));
        return run;
    }
}
