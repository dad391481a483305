using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Report.Data;

/// <summary>Raters over the order of rating: their totals, and every point of their charts. Images are counted from 1.</summary>
internal static class RaterFiles
{
    public static CsvFile Totals(RunResults results) => new(
        DataFiles.Raters,
        [
            "ratings", "finding", "policy", "rater", "judged", "positive", "rate", "ci_low", "ci_high", "ci_level", "ci_method",
            "rate_leaves_limits_at", "parts_from_others_at", "cusum_up_at", "cusum_down_at", "undefined",
        ],
        from drift in results.Drift
        from finding in drift.Findings
        from rater in finding.Raters
        select DataFiles.Row(
        [
            drift.Ratings, finding.Finding, drift.Policy, rater.Rater, rater.Judged, rater.Positive,
            rater.Rate.Value, .. AgreementFiles.Bounds(rater.Rate.Ci),
            rater.RateChart.FirstOutside + 1, rater.DifferenceChart.FirstOutside + 1, rater.UpwardAlarm + 1, rater.DownwardAlarm + 1,
            rater.Rate.Undefined,
        ]));

    public static CsvFile Charts(RunResults results) => new(
        DataFiles.Drift,
        ["ratings", "finding", "figure", "of", "image", "value", "low", "high"],
        from drift in results.Drift
        from finding in drift.Findings
        from chart in Charts(finding)
        from point in chart.Chart.Points
        select DataFiles.Row(drift.Ratings, finding.Finding, chart.Figure, chart.Of, point.Item + 1, point.Value, point.Low, point.High));

    private static IEnumerable<(string Figure, string Of, WatchChart Chart)> Charts(FindingDrift finding) =>
    [
        .. finding.Raters.Select(rater => ("positive_rate", rater.Rater, rater.RateChart)),
        .. finding.Raters.Select(rater => ("rate_difference", rater.Rater, rater.DifferenceChart)),
        .. finding.Pairs.Select(pair => ("cohen_kappa", $"{pair.A} and {pair.B}", pair.KappaChart)),
    ];
}
