using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Splits;

namespace Neatx.Workspace.Report.Prose;

/// <summary>What a split came to, in sentences.</summary>
internal static class SplitWords
{
    /// <summary>How many splits there are, in a sentence; null when none could be made.</summary>
    public static string? Found(IReadOnlyList<SplitResult> splits)
    {
        var made = splits.Where(split => split.Unavailable is null).ToList();
        if (made.Count == 0) return null;
        var leaks = made.Exists(split => !split.Disjoint);
        var disjoint = leaks ? "and parts share patients" : $"and no patient is in two parts";
        var sizes = English.List([.. made.Take(3).Select(split => $"{English.Size(split.Images, split.Patients)} ({split.Title})")]);
        return English.Sentence($"{English.Number(made.Count, "split")} part{(made.Count == 1 ? "s" : "")} {sizes}{(made.Count > 3 ? " and others" : "")}, {disjoint}");
    }

    public static string Lead(SplitResult split, Func<string, string> titleOf)
    {
        var what = split.Folds > 0 ? $"{Numbers.Count(split.Folds)} folds" : English.Number(split.Parts.Count, "part");
        var lead = $"{English.Capital(English.Size(split.Images, split.Patients))} of {English.List([.. split.Of.Select(titleOf)])} were parted into {what} by patient";
        if (split.Stratified.Count > 0 && split.Labels is { } labels)
        {
            var findings = split.Stratified.Count <= 4 ? English.List(split.Stratified) : English.Count(split.Stratified.Count, "finding");
            lead += $", alike in {findings} of {titleOf(labels)}";
        }

        var omitted = string.Concat(split.Omitted.Select(each => $" {English.Sentence($"Left out before: {Numbers.Count(each.Images)} {each.Reason}")}"));
        return $"{lead} (seed {Numbers.Plain(split.Seed)}).{omitted} {Balance(split)}".TrimEnd();
    }

    /// <summary>The certificate of disjointness.</summary>
    public static string Certificate(SplitResult split)
    {
        if (!split.Disjoint) return "Parts share patients: do not use this split.";
        var fixedFirst = split.Rules.Any(rule => rule.Patients > 0) ? " Patients whom a rule puts in a part come first; the others are dealt by the shares that were asked for." : "";
        return $"Counted from the list of members: no two parts share a patient or an image ({English.Count(split.Shared.Count, "pair")} of parts).{fixedFirst}";
    }

    private static string Balance(SplitResult split)
    {
        var most = split.Balance.Where(row => row.StandardisedDifference.Value is not null).MaxBy(row => Math.Abs(row.StandardisedDifference.Value!.Value));
        if (most is null) return "";
        var value = most.StandardisedDifference.Value!.Value;
        var where = $"{most.Characteristic} {most.Level} in {most.Part}";
        return Math.Abs(value) <= BalanceDots.Tolerated
            ? $"The parts are alike: the largest difference is {Numbers.Difference(value, 2)} standard deviations ({where})."
            : $"The largest difference is {Numbers.Difference(value, 2)} standard deviations ({where}).";
    }
}
