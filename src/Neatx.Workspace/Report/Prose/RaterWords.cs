using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Report.Prose;

/// <summary>Raters and their drift in sentences.</summary>
internal static class RaterWords
{
    /// <summary>True when some two raters call positives unequally often beyond doubt: McNemar's p below .001.</summary>
    public static bool IsUnequal(FindingDrift finding) => finding.Pairs.Any(pair => pair.McNemar.PValue < 0.001);

    /// <summary>One rater's chart: how many positives, and where it leaves its limits.</summary>
    public static string Watch(WatchedRater rater)
    {
        var lead = $"{rater.Rater} called {English.Count(rater.Positive, "image")} of {Numbers.Count(rater.Judged)} positive";
        var chart = rater.RateChart;
        if (chart.Undefined is { } reason) return $"{lead}; the running rate is undefined: {reason}.";
        return chart.FirstOutside is { } first
            ? $"{lead}; the running rate first leaves its limits at image {Numbers.Count(first + 1)}."
            : $"{lead}; the running rate stays within its limits.";
    }

    /// <summary>A pair's chart: overall kappa, and where the running one leaves its limits.</summary>
    public static string Watch(WatchedPair pair)
    {
        var names = $"{pair.A} and {pair.B}";
        if (pair.Kappa.Value is not { } kappa) return $"The kappa of {names} is undefined: {pair.Kappa.Undefined}.";
        var chart = pair.KappaChart;
        var lead = $"Kappa of {names}: {Numbers.Fixed(kappa, 2)} overall";
        if (chart.Undefined is { } reason) return $"{lead}; the running kappa is undefined: {reason}.";
        return chart.FirstOutside is { } first
            ? $"{lead}; the running kappa first leaves its limits at image {Numbers.Count(first + 1)}."
            : $"{lead}; the running kappa stays within its limits.";
    }

    /// <summary>The findings that raters call unequally often, the most unequal first, or a sentence that there are none.</summary>
    public static string Lead(DriftResult drift)
    {
        var unequal = drift.Findings.Where(IsUnequal).OrderByDescending(Ratio).ToList();
        if (unequal.Count == 0) return "For no finding do the raters call positives unequally often (McNemar, p\u202F<\u202F0.001).";
        var lead = $"The raters call {unequal[0].Finding} unequally often: {Calls(unequal[0])} (McNemar, p\u202F<\u202F0.001).";
        var rest = unequal.Skip(1).Select(finding => $"{finding.Finding} ({Against(finding)})").ToList();
        return rest.Count == 0 ? lead : $"{lead} So it is, less markedly, with {English.List(rest)}.";
    }

    /// <summary>Where raters part from one another over the order of rating, finding by finding; null when they never do.</summary>
    public static string? Parting(DriftResult drift)
    {
        var parts = drift.Findings
            .Select(finding => (finding.Finding, First: finding.Raters.Min(rater => rater.DifferenceChart.FirstOutside)))
            .Where(entry => entry.First is not null)
            .Select(entry => $"{entry.Finding} at image {Numbers.Count(entry.First!.Value + 1)}")
            .ToList();
        return parts.Count == 0 ? null : $"Over the order of rating they part by more than chance allows on {English.List(parts)}.";
    }

    /// <summary>"304 against 178", in the order of the raters.</summary>
    public static string Against(FindingDrift finding) => string.Join(" against ", finding.Raters.Select(rater => Numbers.Count(rater.Positive)));

    /// <summary>"rater 1 in 304 images, rater 2 in 178".</summary>
    public static string Calls(FindingDrift finding)
    {
        var calls = finding.Raters.OrderByDescending(rater => rater.Positive).Select((rater, place) =>
            $"{rater.Rater} in {(place == 0 ? English.Count(rater.Positive, "image") : Numbers.Count(rater.Positive))}");
        return English.List([.. calls]);
    }

    /// <summary>The most unequal finding of a run, or null.</summary>
    public static FindingDrift? MostUnequal(IEnumerable<DriftResult> drifts) =>
        drifts.SelectMany(drift => drift.Findings).Where(IsUnequal).MaxBy(Ratio);

    private static double Ratio(FindingDrift finding) =>
        (finding.Raters.Max(rater => rater.Positive) + 1.0) / (finding.Raters.Min(rater => rater.Positive) + 1.0);
}
