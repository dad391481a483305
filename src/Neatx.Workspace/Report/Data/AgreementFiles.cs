using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Report.Data;

/// <summary>Statistics and crosstabs of every comparison, those under other policies included.</summary>
internal static class AgreementFiles
{
    public static CsvFile Statistics(RunResults results) => new(
        DataFiles.Agreement,
        [
            "comparison", "a", "b", "finding", "policy", "n", "patients", "dropped", "band", "statistic", "value", "se", "p_value",
            "ci_low", "ci_high", "ci_level", "ci_method", "bootstrap_low", "bootstrap_high", "bootstrap_level", "bootstrap_method", "undefined",
        ],
        from figure in Figures(results)
        from entry in figure.Statistics
        let statistic = entry.Value
        select DataFiles.Row(
        [
            figure.Comparison, figure.A, figure.B, figure.Finding, figure.Policy, figure.N, figure.Patients, figure.Dropped, figure.Band,
            entry.Key, statistic.Value, statistic.StandardError, statistic.PValue, .. Bounds(statistic.Ci), .. Bounds(statistic.BootstrapCi),
            statistic.Undefined,
        ]));

    public static CsvFile Crosstabs(RunResults results) => new(
        DataFiles.Crosstabs,
        ["comparison", "a", "b", "finding", "policy", "category_a", "category_b", "count"],
        from figure in Figures(results)
        from row in Enumerable.Range(0, figure.Categories.Count)
        from column in Enumerable.Range(0, figure.Categories.Count)
        select DataFiles.Row(
            figure.Comparison, figure.A, figure.B, figure.Finding, figure.Policy,
            figure.Categories[row], figure.Categories[column], figure.Crosstab[row][column]));

    /// <summary>The four fields of an interval, empty where there is none.</summary>
    public static IEnumerable<object?> Bounds(Interval? interval) => [interval?.Low, interval?.High, interval?.Level, interval?.Method];

    private static IEnumerable<AgreementFigure> Figures(RunResults results) =>
        results.Comparisons.SelectMany(comparison => comparison.Figures.Concat(comparison.OtherPolicies));
}
