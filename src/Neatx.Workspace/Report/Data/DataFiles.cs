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
    public const string Splits = "tables/splits.csv";
    public const string Balance = "tables/split_balance.csv";
    public const string SplitRules = "tables/split_rules.csv";
    public const string Films = "tables/films.csv";
    public const string Runs = "tables/runs.csv";
    public const string Epochs = "tables/epochs.csv";
    public const string Evaluation = "tables/evaluation.csv";
    public const string EvaluationRuns = "tables/evaluation_runs.csv";
    public const string OperatingPoints = "tables/operating_points.csv";
    public const string Paired = "tables/paired.csv";
    public const string Curves = "tables/curves.csv";
    public const string Calibration = "tables/calibration.csv";
    public const string ClassWise = "tables/class_wise_ece.csv";
    public const string Claims = "tables/claims.csv";
    public const string Problems = "tables/problems.csv";
    public const string Inputs = "tables/inputs.csv";

    /// <summary>Every file of a run, those without rows included.</summary>
    public static IReadOnlyList<CsvFile> Of(RunResults results) =>
    [
        new(Catalog, ["table", "title", "kind", "rows", "images", "patients", "problem_rows", "unavailable"],
            from table in results.Tables
            select Row(table.Name, table.Title, table.Kind, table.Rows, table.Images, table.Patients, table.ProblemRows, table.Unavailable)),
        new(Defects, ["table", "code", "count", "text"],
            from table in results.Tables
            from defect in table.Defects
            select Row(table.Name, defect.Code, defect.Count, defect.Text)),
        new(Cohorts, ["cohort", "step", "title", "images", "patients", "removed", "undefined"],
            from flow in results.Cohorts
            from step in flow.Steps
            select Row(flow.Name, step.Name, step.Title, step.Images, step.Patients, step.Removed, step.Undefined)),
        new(LabelStates, ["label_set", "finding", "positive", "negative", "uncertain", "invalid", "missing", "prevalence"],
            from set in results.LabelSets
            from of in set.Findings
            select Row(set.Name, of.Finding, of.Positive, of.Negative, of.Uncertain, of.Invalid, of.Missing, of.Prevalence)),
        AgreementFiles.Statistics(results),
        AgreementFiles.Crosstabs(results),
        RaterFiles.Totals(results),
        RaterFiles.Charts(results),
        SplitFiles.Parts(results),
        SplitFiles.Rules(results),
        SplitFiles.Balance(results),
        .. TrainingFiles.Of(results),
        .. EvaluationFiles.Of(results),
        new(Claims,
            ["id", "source", "subject", "published", "computed", "difference", "status", "computed_from", "n", "policy", "hint", "note"],
            from claim in results.Claims
            select Row(
                claim.Id, claim.Source, claim.Subject, claim.Published, claim.Computed, claim.Difference, Verdict.Of(claim.Status).Code,
                claim.From, claim.N, claim.Policy, claim.Hint, claim.Note)),
        new(Problems, ["table", "code", "file", "row", "column", "found", "expected", "next_step"],
            from table in results.Tables
            from problem in table.Problems
            select Row(
                table.Name, problem.Code, problem.File, problem.Row, problem.Column, problem.Found, problem.Expected, problem.NextStep)),
        new(Inputs, ["table", "file", "bytes", "sha256"],
            from table in results.Tables
            from file in table.Files
            select Row(table.Name, file.File, file.Bytes, file.Sha256)),
    ];

    internal static IReadOnlyList<object?> Row(params IReadOnlyList<object?> fields) => fields;
}
