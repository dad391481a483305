using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Report.Data;

/// <summary>The tables that stand beside the report; a figure's 'data' link names one of them.</summary>
public static class DataFiles
{
    public const string Catalog = "tables/catalog.csv";
    public const string Defects = "tables/defects.csv";
    public const string Cohorts = "tables/cohorts.csv";
    public const string LabelStates = "tables/label_states.csv";
    public const string Agreement = "tables/agreement.csv";
    public const string Crosstabs = "tables/crosstabs.csv";
    public const string Raters = "tables/raters.csv";
    public const string Drift = "tables/drift.csv";
    public const string Claims = "tables/claims.csv";
    public const string Problems = "tables/problems.csv";
    public const string Inputs = "tables/inputs.csv";

    /// <summary>Every file of a run, those without rows included.</summary>
    public static IReadOnlyList<CsvFile> Of(RunResults results) =>
    [
        new(Catalog, ["table", "title", "kind", "rows", "images", "patients", "problem_rows", "unavailable"], results.Tables.Select(
            IReadOnlyList<object?> (table) => [table.Name, table.Title, table.Kind, table.Rows, table.Images, table.Patients, table.ProblemRows, table.Unavailable])),
        new(Defects, ["table", "code", "count", "text"], results.Tables.SelectMany(table => table.Defects.Select(
            IReadOnlyList<object?> (defect) => [table.Name, defect.Code, defect.Count, defect.Text]))),
        new(Cohorts, ["cohort", "step", "title", "images", "patients", "removed", "undefined"], results.Cohorts.SelectMany(flow => flow.Steps.Select(
            IReadOnlyList<object?> (step) => [flow.Name, step.Name, step.Title, step.Images, step.Patients, step.Removed, step.Undefined]))),
        new(LabelStates, ["label_set", "finding", "positive", "negative", "uncertain", "invalid", "missing", "prevalence"], results.LabelSets.SelectMany(set => set.Findings.Select(
            IReadOnlyList<object?> (counts) => [set.Name, counts.Finding, counts.Positive, counts.Negative, counts.Uncertain, counts.Invalid, counts.Missing, counts.Prevalence]))),
        new(Agreement, AgreementColumns, Figures(results).SelectMany(StatisticRows)),
        new(Crosstabs, ["comparison", "a", "b", "finding", "policy", "category_a", "category_b", "count"], Figures(results).SelectMany(CrosstabRows)),
        new(Raters, ["ratings", "finding", "policy", "rater", "judged", "positive", "rate", "ci_low", "ci_high", "ci_level", "ci_method", "rate_leaves_limits_at", "parts_from_others_at", "cusum_up_at", "cusum_down_at", "undefined"],
            results.Drift.SelectMany(drift => drift.Findings.SelectMany(finding => finding.Raters.Select(
                IReadOnlyList<object?> (rater) =>
                [
                    drift.Ratings, finding.Finding, drift.Policy, rater.Rater, rater.Judged, rater.Positive, rater.Rate.Value, .. Bounds(rater.Rate.Ci),
                    rater.RateChart.FirstOutside + 1, rater.DifferenceChart.FirstOutside + 1, rater.UpwardAlarm + 1, rater.DownwardAlarm + 1, rater.Rate.Undefined,
                ])))),
        new(Drift, ["ratings", "finding", "figure", "of", "image", "value", "low", "high"], results.Drift.SelectMany(drift => drift.Findings.SelectMany(finding => DriftRows(drift.Ratings, finding)))),
        new(Claims, ["id", "source", "subject", "published", "computed", "difference", "status", "computed_from", "n", "policy", "hint", "note"], results.Claims.Select(
            IReadOnlyList<object?> (claim) => [claim.Id, claim.Source, claim.Subject, claim.Published, claim.Computed, claim.Difference, Verdict.Of(claim.Status).Code, claim.From, claim.N, claim.Policy, claim.Hint, claim.Note])),
        new(Problems, ["table", "code", "file", "row", "column", "found", "expected", "next_step"], results.Tables.SelectMany(table => table.Problems.Select(
            IReadOnlyList<object?> (problem) => [table.Name, problem.Code, problem.File, problem.Row, problem.Column, problem.Found, problem.Expected, problem.NextStep]))),
        new(Inputs, ["table", "file", "bytes", "sha256"], results.Tables.SelectMany(table => table.Files.Select(
            IReadOnlyList<object?> (file) => [table.Name, file.File, file.Bytes, file.Sha256]))),
    ];

    private static readonly string[] AgreementColumns =
    [
        "comparison", "a", "b", "finding", "policy", "n", "patients", "dropped", "band", "statistic", "value", "se", "p_value",
        "ci_low", "ci_high", "ci_level", "ci_method", "bootstrap_low", "bootstrap_high", "bootstrap_level", "bootstrap_method", "undefined",
    ];

    private static IEnumerable<AgreementFigure> Figures(RunResults results) => results.Comparisons.SelectMany(comparison => comparison.Figures.Concat(comparison.OtherPolicies));

    private static IEnumerable<IReadOnlyList<object?>> StatisticRows(AgreementFigure figure) => figure.Statistics.Select(IReadOnlyList<object?> (entry) =>
    [
        figure.Comparison, figure.A, figure.B, figure.Finding, figure.Policy, figure.N, figure.Patients, figure.Dropped, figure.Band,
        entry.Key, entry.Value.Value, entry.Value.StandardError, entry.Value.PValue,
        .. Bounds(entry.Value.Ci), .. Bounds(entry.Value.BootstrapCi), entry.Value.Undefined,
    ]);

    private static IEnumerable<IReadOnlyList<object?>> DriftRows(string ratings, FindingDrift finding)
    {
        var charts = finding.Raters.Select(rater => ("positive_rate", rater.Rater, rater.RateChart))
            .Concat(finding.Raters.Select(rater => ("rate_difference", rater.Rater, rater.DifferenceChart)))
            .Concat(finding.Pairs.Select(pair => ("cohen_kappa", $"{pair.A} and {pair.B}", pair.KappaChart)));
        return charts.SelectMany(chart => chart.Item3.Points.Select(
            IReadOnlyList<object?> (point) => [ratings, finding.Finding, chart.Item1, chart.Item2, point.Item + 1, point.Value, point.Low, point.High]));
    }

    private static IEnumerable<object?> Bounds(Interval? interval) => [interval?.Low, interval?.High, interval?.Level, interval?.Method];

    private static IEnumerable<IReadOnlyList<object?>> CrosstabRows(AgreementFigure figure) =>
        from row in Enumerable.Range(0, figure.Categories.Count)
        from column in Enumerable.Range(0, figure.Categories.Count)
        select (IReadOnlyList<object?>)
            [figure.Comparison, figure.A, figure.B, figure.Finding, figure.Policy, figure.Categories[row], figure.Categories[column], figure.Crosstab[row][column]];
}
