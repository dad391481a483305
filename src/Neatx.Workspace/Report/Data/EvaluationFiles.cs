using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Data;

/// <summary>Everything that evaluations came to, as tables for programs.</summary>
internal static class EvaluationFiles
{
    public static IEnumerable<CsvFile> Of(RunResults results) =>
    [
        Cells(results), Runs(results), OperatingPoints(results), Paired(results), Curves(results), Calibration(results), ClassWise(results), .. results.Evaluations.Select(Paper),
    ];

    /// <summary>Which bin a score on an edge is in; see CalibrationCurve.</summary>
    private const string BinEdges = "[low, high), the last [low, high]";

    /// <summary>The table as the paper prints it.</summary>
    public static string PaperFile(EvaluationResult result) => $"tables/evaluation.{result.Name}.csv";

    private static CsvFile Cells(RunResults results) => new(
        DataFiles.Evaluation,
        [
            "table", "model", "start", "labels", "finding", "policy", "seeds", "n", "positives", "negatives", "patients", "dropped", "statistic", "value", "se",
            "ci_low", "ci_high", "ci_level", "ci_method", "bootstrap_low", "bootstrap_high", "bootstrap_level", "bootstrap_method", "undefined", "warning",
        ],
        from result in results.Evaluations
        from cell in result.Cells
        from entry in cell.Statistics
        select DataFiles.Row(
        [
            result.Name, cell.Model, result.Models.First(model => model.Name == cell.Model).Start, cell.Labels, cell.Finding, result.Policy, cell.Runs.Count, cell.N,
            cell.Positives, cell.Negatives, cell.Patients, cell.Dropped, entry.Key, entry.Value.Value, entry.Value.StandardError,
            .. AgreementFiles.Bounds(entry.Value.Ci), .. AgreementFiles.Bounds(entry.Value.BootstrapCi), entry.Value.Undefined, cell.Warning,
        ]));

    private static CsvFile Runs(RunResults results) => new(
        DataFiles.EvaluationRuns,
        ["table", "model", "labels", "finding", "seed", "statistic", "value", "undefined"],
        from result in results.Evaluations
        from cell in result.Cells
        from run in cell.Runs
        from entry in run.Statistics
        select DataFiles.Row(result.Name, cell.Model, cell.Labels, cell.Finding, run.Seed, entry.Key, entry.Value.Value, entry.Value.Undefined));

    private static CsvFile OperatingPoints(RunResults results) => new(
        DataFiles.OperatingPoints,
        [
            "table", "model", "labels", "finding", "seed", "rule", "threshold", "true_positives", "false_positives", "false_negatives", "true_negatives",
            "sensitivity", "specificity", "ppv", "npv", "undefined",
        ],
        from result in results.Evaluations
        from cell in result.Cells
        from run in cell.Runs
        from point in run.OperatingPoints
        select DataFiles.Row(
            result.Name, cell.Model, cell.Labels, cell.Finding, run.Seed, point.Rule, point.Threshold, point.TruePositives, point.FalsePositives, point.FalseNegatives,
            point.TrueNegatives, point.Sensitivity.Value, point.Specificity.Value, point.Ppv.Value, point.Npv.Value, point.Undefined));

    private static CsvFile Paired(RunResults results) => new(
        DataFiles.Paired,
        ["table", "a", "b", "labels", "finding", "auc_difference", "se", "ci_low", "ci_high", "ci_level", "ci_method", "bootstrap_low", "bootstrap_high", "bootstrap_level", "bootstrap_method", "z", "p_value", "undefined"],
        from result in results.Evaluations
        from pair in result.Paired
        select DataFiles.Row(
        [
            result.Name, pair.A, pair.B, pair.Labels, pair.Finding, pair.AucDifference.Value, pair.AucDifference.StandardError, .. AgreementFiles.Bounds(pair.AucDifference.Ci),
            .. AgreementFiles.Bounds(pair.AucDifference.BootstrapCi), pair.Z.Value, pair.Z.PValue, pair.AucDifference.Undefined,
        ]));

    private static CsvFile Curves(RunResults results) => new(
        DataFiles.Curves,
        ["table", "model", "labels", "finding", "curve", "x", "y"],
        from result in results.Evaluations
        from cell in result.Cells
        from curve in new[] { ("roc", cell.Roc), ("precision_recall", cell.PrecisionRecall) }
        from point in curve.Item2
        select DataFiles.Row(result.Name, cell.Model, cell.Labels, cell.Finding, curve.Item1, point.X, point.Y));

    private static CsvFile Calibration(RunResults results) => new(
        DataFiles.Calibration,
        ["table", "model", "labels", "finding", "low", "high", "count", "mean_score", "observed"],
        from result in results.Evaluations
        from cell in result.Cells
        from bin in cell.Calibration
        select DataFiles.Row(result.Name, cell.Model, cell.Labels, cell.Finding, bin.Low, bin.High, bin.Count, bin.MeanScore, bin.Observed));

    private static CsvFile ClassWise(RunResults results) => new(
        DataFiles.ClassWise,
        ["table", "model", "labels", "findings", "n", "bins", "bin_edges", "policy", "seeds", "class_wise_ece", "class_wise_ece_sd", "undefined"],
        from result in results.Evaluations
        from error in result.ClassWise
        select DataFiles.Row(
            result.Name, error.Model, error.Labels, error.Findings, error.N, error.Bins, BinEdges, result.Policy, result.Models.First(model => model.Name == error.Model).Runs,
            error.Mean.Value, error.StandardDeviation.Value, error.Mean.Undefined));

    private static CsvFile Paper(EvaluationResult result)
    {
        var table = PaperTable.Of(result);
        string[] ofColumn = ["AUC", "SD over seeds", "best", "CI low", "CI high", "CI", "n", "positives", "undefined"];
        return new(
            PaperFile(result),
            ["group", "row", .. table.Columns.SelectMany(column => ofColumn.Select(name => $"{column}: {name}")), "seeds", "start", "synthetic", "policy"],
            from row in table.Rows
            select DataFiles.Row([row.Group, row.Title, .. row.Cells.SelectMany(Paper), row.Model.Runs, row.Model.Start, row.Model.Synthetic ? 1 : 0, result.Policy]));
    }

    private static object?[] Paper(PaperCell cell)
    {
        var interval = cell.Cell is null ? null : EvaluationWords.Interval(cell.Cell.Auc);
        var method = interval is null ? null : $"{Numbers.Plain(interval.Level)} {interval.Method}";
        return [cell.Cell?.Auc.Value, cell.Cell?.AucSpread.Value, cell.IsBest ? 1 : 0, interval?.Low, interval?.High, method, cell.Cell?.N, cell.Cell?.Positives, cell.Undefined];
    }
}
