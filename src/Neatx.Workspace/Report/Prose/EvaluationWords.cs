using Neatx.Core.Statistics;
using Neatx.Workspace.Evaluation;

namespace Neatx.Workspace.Report.Prose;

/// <summary>What evaluations came to, in sentences.</summary>
internal static class EvaluationWords
{
    /// <summary>The best model of the first table that has any, in a sentence; null when nothing was evaluated.</summary>
    public static string? Found(IReadOnlyList<EvaluationResult> evaluations)
    {
        var first = evaluations.FirstOrDefault(result => result.Cells.Any(cell => cell.Auc.Value is not null));
        if (first is null) return null;
        var warned = evaluations.SelectMany(result => result.Cells).Count(cell => cell.Warning is not null);
        var warning = warned == 0 ? "" : $" {English.Sentence($"{English.Number(warned, "AUC")} {English.Verb(warned, "is", "are")} below chance with all of the interval")}";
        return $"{Lead(first)}{warning}";
    }

    /// <summary>Which model is best on the label set with most images, or where the only model is best and worst.</summary>
    public static string Lead(EvaluationResult result)
    {
        var defined = result.Cells.Where(cell => cell.Auc.Value is not null).ToList();
        if (defined.Count == 0) return Why(result);
        var models = defined.DistinctBy(cell => cell.Model, StringComparer.Ordinal).Count();
        var best = defined.MaxBy(cell => cell.Auc.Value!.Value)!;
        if (models > 1 && result.Rows == "models")
        {
            var labels = result.LabelSets.First(set => defined.Exists(cell => cell.Labels == set.Name));
            var top = defined.Where(cell => cell.Labels == labels.Name).MaxBy(cell => cell.Auc.Value!.Value)!;
            var others = defined.Where(cell => cell.Labels == labels.Name && cell.Finding == top.Finding && cell.Model != top.Model).Select(cell => cell.Auc.Value!.Value).ToList();
            var rest = others.Count == 0 ? "" : others.Count == 1 ? $", the other {Numbers.Fixed(others[0], 2)}" : $", the others {Numbers.Fixed(others.Min(), 2)} to {Numbers.Fixed(others.Max(), 2)}";
            return English.Sentence($"Of {English.Number(models, "model")} {Title(result, top.Model)} tells {top.Finding} best by {labels.Title}: {Say(top)}{rest}");
        }

        var worst = defined.MinBy(cell => cell.Auc.Value!.Value)!;
        return ReferenceEquals(best, worst)
            ? English.Sentence($"{Title(result, best.Model)} tells {best.Finding} by {Labels(result, best)}: {Say(best)}")
            : English.Sentence($"Mean AUC runs from {Short(worst)} ({worst.Finding} by {Labels(result, worst)}) to {Short(best)} ({best.Finding} by {Labels(result, best)})");
    }

    /// <summary>"AUC .92 ± .01 over 3 seeds, [.90, .94] over patients, n 708".</summary>
    public static string Say(EvaluationCell cell)
    {
        var spread = cell.AucSpread.Value is { } sd ? $" \u00B1 {Numbers.Fixed(sd, 2)} over {Numbers.Count(cell.Runs.Count)} seeds" : "";
        var interval = Interval(cell.Auc) is { } ci ? $", {Numbers.Interval(ci, 2)} over {Unit(cell)}" : "";
        return $"AUC {Numbers.Fixed(cell.Auc.Value!.Value, 2)}{spread}{interval}, n {Numbers.Count(cell.N)}";
    }

    /// <summary>".92 [.90, .94]".</summary>
    private static string Short(EvaluationCell cell) =>
        Numbers.Fixed(cell.Auc.Value!.Value, 2) + (Interval(cell.Auc) is { } interval ? $" {Numbers.Interval(interval, 2)}" : "");

    /// <summary>The interval to be read: the one by patient where there is one.</summary>
    public static Interval? Interval(Statistic auc) => auc.BootstrapCi ?? auc.Ci;

    /// <summary>"interval over patients": what the intervals that are shown are over. DeLong's take images as independent.</summary>
    public static string Intervals(EvaluationResult result)
    {
        var units = result.Cells.Where(cell => Interval(cell.Auc) is not null).Select(Unit).Distinct(StringComparer.Ordinal).ToList();
        return units.Count switch
        {
            0 => "interval (none could be made)",
            1 => $"interval over {units[0]}",
            _ => "interval over patients, or over images where resampling patients gave none",
        };
    }

    /// <summary>How the intervals that are shown were made.</summary>
    public static string Methods(EvaluationResult result) => IntervalWords.Say(result.Cells.Select(cell => Interval(cell.Auc)));

    /// <summary>"[90.1, 94.0] n 708 (37)": the interval x 100, the images and the positives among them.</summary>
    public static string Beneath(EvaluationCell cell)
    {
        var n = $"n {Numbers.Count(cell.N)} ({Numbers.Count(cell.Positives)})";
        return Interval(cell.Auc) is { } interval ? $"[{Numbers.Fixed(100 * interval.Low, 1)}, {Numbers.Fixed(100 * interval.High, 1)}] {n}" : n;
    }

    /// <summary>What every view of the table must say: seeds, start, policy, and that data are simulated where that is so.</summary>
    /// <param name="result">The table.</param>
    /// <param name="isSaid">Whether it is said beside this already that data are simulated.</param>
    public static string Note(EvaluationResult result, bool isSaid)
    {
        var seeds = result.Cells.Select(cell => cell.Runs.Count).Distinct().ToList();
        var over = seeds.Count == 1 ? English.Number(seeds[0], "seed") : "seeds";
        var simulated = !isSaid && result.Models.Any(model => model.Synthetic) ? "Synthetic data. " : "";
        var spread = seeds is [1] ? "AUC \u00D7 100 of one seed" : $"AUC \u00D7 100, mean \u00B1 standard deviation over {over} (n - 1)";
        return $"{simulated}{spread}. {Starts(result)} {English.Sentence(PolicyWords.Say(result.Policy))}";
    }

    /// <summary>"All networks start from random initialisation.", or what each starts from.</summary>
    public static string Starts(EvaluationResult result)
    {
        var known = result.Models.Where(model => model.Start is not null).ToList();
        if (known.Count == 0) return "What the models started from is not known.";
        var starts = known.Select(model => model.Start!).Distinct(StringComparer.Ordinal).ToList();
        var unknown = result.Models.Count > known.Count ? $" What {English.List([.. result.Models.Where(model => model.Start is null).Select(model => model.Title)])} started from is not known." : "";
        return (starts.Count == 1
            ? $"{(known.Count == 1 ? $"{known[0].Title} starts" : unknown.Length == 0 ? "All models start" : $"{English.List([.. known.Select(model => model.Title)])} start")} from {starts[0]}."
            : $"Start: {string.Join("; ", known.Select(model => $"{model.Title}, {model.Start}"))}.") + unknown;
    }

    /// <summary>What bold means.</summary>
    public static string Bold(EvaluationResult result) =>
        result.Rows == "findings" ? "Bold = highest mean AUC of the row." : "Bold = highest mean AUC of the column.";

    public static string Title(EvaluationResult result, string model) => result.Models.First(each => each.Name == model).Title;

    /// <summary>Why nothing was evaluated, in a sentence.</summary>
    public static string Why(EvaluationResult result)
    {
        var reasons = result.Models.Select(model => model.Unavailable).Concat(result.LabelSets.Select(set => set.Unavailable)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return reasons.Count == 0 ? "No image has both a decided label and scores." : English.Sentence($"Not to be had here: {reasons[0]}");
    }

    private static string Unit(EvaluationCell cell) => cell.Patients is null || cell.Auc.BootstrapCi is null ? "images" : "patients";

    private static string Labels(EvaluationResult result, EvaluationCell cell) => result.LabelSets.First(set => set.Name == cell.Labels).Title;
}
