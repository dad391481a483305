using Neatx.Core.Training;
using Neatx.Workspace.Images;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Report.Prose;

/// <summary>What training came to, in sentences.</summary>
internal static class TrainingWords
{
    /// <summary>How many runs were trained, in a sentence; null where the protocol asks for none.</summary>
    public static string? Found(IReadOnlyList<SweepResult> sweeps)
    {
        if (sweeps.Count == 0) return null;
        var runs = sweeps.SelectMany(sweep => sweep.Runs).ToList();
        var done = runs.Count(run => run.Status == RunStatus.Done);
        if (runs.Count == 0) return English.Sentence($"nothing was trained here: {sweeps[0].Unavailable}");
        var failed = runs.Count(run => run.Status == RunStatus.Failed);
        var random = runs.TrueForAll(run => run.Start == StartWeights.Random.Source) ? $", all from {StartWeights.Random.Source}" : "";
        return English.Sentence($"{English.Number(done, "run")} of {English.Number(runs.DistinctBy(run => run.Model, StringComparer.Ordinal).Count(), "model")} {English.Verb(done, "was", "were")} trained{random}{(failed == 0 ? "" : $", and {English.Number(failed)} failed")}");
    }

    public static string Lead(SweepResult sweep, Func<string, string> titleOf)
    {
        var images = sweep.Images.Count == 0 ? "" : $" on {English.List([.. sweep.Images.Select(part => $"{Numbers.Count(part.Value)} {part.Key}")])} images";
        var failed = sweep.Runs.Count(run => run.Status == RunStatus.Failed);
        var failure = failed == 0 ? "" : $" {English.Sentence($"{English.Number(failed, "run")} failed; see the table")}";
        return $"{English.Capital(English.List(sweep.Findings))} {English.Verb(sweep.Findings.Count, "was", "were")} learnt from {English.List([.. sweep.Labels.Select(titleOf)])}{images}. "
            + $"Recipe {sweep.Recipe}. Films: {sweep.Preparation}.{failure}";
    }

    public static string Films(FilmsResult films)
    {
        if (films.Unavailable is { } reason) return English.Sentence($"films of {films.Title} are not to be had here: {reason}");
        var refused = films.NotReady == 0 ? "all can be used" : $"{Numbers.Count(films.NotReady)} cannot be used ({English.List([.. films.Refused.Select(each => $"{Numbers.Count(each.Value)} {each.Key}")])})";
        return English.Sentence($"Of {English.Count(films.Asked, "film")} of {films.Title} {refused}");
    }
}
