using Neatx.Workspace.Agreement;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>How far raters agree with one another, and whether any of them drifts.</summary>
internal sealed class RaterSection : IReportSection
{
    public string Id => "raters";

    public string Title => "Raters";

    public bool IsIn(RunResults results) => results.Drift.Count > 0 || results.Comparisons.Any(comparison => comparison.Ratings is not null);

    public void Write(Page page)
    {
        foreach (var comparison in page.Results.Comparisons.Where(comparison => comparison.Ratings is not null))
            new ComparisonView(comparison).Write(page);
        foreach (var drift in page.Results.Drift) WriteDrift(page, drift);
    }

    private static void WriteDrift(Page page, DriftResult drift)
    {
        page.Heading($"Over the order of rating: {drift.Title}");
        if (drift.Unavailable is { } reason)
        {
            page.Paragraph(English.Sentence($"not computable here: {reason}"));
            return;
        }

        if (drift.Findings.Count == 0 || drift.Findings[0].Raters.Count == 0)
        {
            page.Paragraph("No finding was rated.");
            return;
        }

        var policy = English.Sentence(PolicyWords.Say(drift.Policy));
        page.Paragraph($"{RaterWords.Lead(drift)} {RaterWords.Parting(drift)}".TrimEnd());
        page.Figure(
            [new RaterPositives(drift)],
            $"Images called positive by each rater: {drift.Title}.",
            $"Bold where the raters call positives unequally often (McNemar, p\u202F<\u202F0.001). {policy}",
            DataFiles.Raters);
        page.Figure(
            [.. drift.Findings.Select(finding => new RunningChart(finding))],
            $"Raters over the order of rating: {drift.Title}.",
            $"Above: positive rate over the latest {English.Count(drift.Window, "image")}; below: Cohen\u2019s \u03BA over them. "
                + $"Bands: control limits; a steady rater stays within. {Methods(drift)} {policy}",
            DataFiles.Drift);
        var rows = drift.Findings.SelectMany(finding => finding.Raters.Select(rater => (finding, rater))).ToList();
        page.Table(
            $"Raters over the order of rating: {drift.Title}.",
            "Images are counted from the first rated; an en dash: never.",
            DataFiles.Raters,
            new ReportTable<(FindingDrift Finding, WatchedRater Rater)>(Columns, rows) { Group = row => row.Finding.Finding });
    }

    private static IReadOnlyList<Column<(FindingDrift Finding, WatchedRater Rater)>> Columns { get; } =
    [
        new("Rater", row => row.Rater.Rater) { Class = _ => "short" },
        new("Judged", row => Numbers.Count(row.Rater.Judged), Numeric: true),
        new("Positive", row => Numbers.Count(row.Rater.Positive), Numeric: true),
        new("Rate", row => row.Rater.Rate.Value is { } rate ? Numbers.Fixed(rate, 3) : "undefined", Numeric: true)
        {
            Note = row => row.Rater.Rate.Undefined,
        },
        new("CI of the rate", row => row.Rater.Rate.Ci is { } interval ? Numbers.Interval(interval, 3) : "\u2013", Numeric: true),
        new("Rate leaves limits at", row => First(row.Rater.RateChart.FirstOutside), Numeric: true),
        new("Parts from the others at", row => First(row.Rater.DifferenceChart.FirstOutside), Numeric: true),
        new("CUSUM up at", row => First(row.Rater.UpwardAlarm), Numeric: true),
        new("CUSUM down at", row => First(row.Rater.DownwardAlarm), Numeric: true),
    ];

    private static string First(int? item) => Numbers.Count(item + 1);

    private static string Methods(DriftResult drift)
    {
        IEnumerable<WatchChart> charts =
        [
            .. drift.Findings.SelectMany(finding => finding.Raters).Select(rater => rater.RateChart),
            .. drift.Findings.SelectMany(finding => finding.Pairs).Select(pair => pair.KappaChart),
        ];
        var methods = charts.Where(chart => chart.Undefined is null).Select(chart => chart.Method).Distinct(StringComparer.Ordinal);
        return string.Join(" ", methods.Select(English.Sentence));
    }
}
