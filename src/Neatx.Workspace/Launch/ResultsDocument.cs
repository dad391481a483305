using Neatx.Workspace.Agreement;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Images;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Report;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Launch;

/// <summary>The form of results.json, a contract described in docs/guide/results.md: every number of the report at full precision.</summary>
public sealed record ResultsDocument
{
    /// <summary>The version of this form; a change that breaks readers raises it.</summary>
    public int Form { get; init; } = 1;

    public required string Protocol { get; init; }

    public required string Title { get; init; }

    public required ulong Seed { get; init; }

    public required bool Synthetic { get; init; }

    public required Provenance Provenance { get; init; }

    public required IReadOnlyList<TableSummary> Tables { get; init; }

    public required IReadOnlyList<CohortFlow> Cohorts { get; init; }

    public required IReadOnlyList<LabelSetSummary> LabelSets { get; init; }

    /// <summary>Every figure of every comparison, the policies shown side by side included.</summary>
    public required IReadOnlyList<AgreementFigure> Agreement { get; init; }

    /// <summary>Pairs that could not be compared, with the reason.</summary>
    public required IReadOnlyList<ComparedPair> NotCompared { get; init; }

    /// <summary>Raters watched over the order of rating.</summary>
    public required IReadOnlyList<DriftResult> Drift { get; init; }

    /// <summary>Which films are there and can be used.</summary>
    public required IReadOnlyList<FilmsResult> Films { get; init; }

    /// <summary>How images were parted, with certificates.</summary>
    public required IReadOnlyList<SplitResult> Splits { get; init; }

    /// <summary>What was trained on what, and how far each run is.</summary>
    public required IReadOnlyList<SweepResult> Training { get; init; }

    /// <summary>Tables of models against label sets.</summary>
    public required IReadOnlyList<EvaluationResult> Evaluation { get; init; }

    public required IReadOnlyList<ClaimResult> Claims { get; init; }

    public static ResultsDocument Of(RunResults results) => new()
    {
        Protocol = results.Protocol,
        Title = results.Title,
        Seed = results.Seed,
        Synthetic = results.Synthetic,
        Provenance = results.Provenance,
        Tables = results.Tables,
        Cohorts = results.Cohorts,
        LabelSets = results.LabelSets,
        Agreement = [.. results.Comparisons.SelectMany(comparison => comparison.Figures.Concat(comparison.OtherPolicies))],
        NotCompared = [.. results.Comparisons.SelectMany(comparison => comparison.Pairs).Where(pair => pair.Unavailable is not null)],
        Drift = results.Drift,
        Films = results.Films,
        Splits = results.Splits,
        Training = results.Sweeps,
        Evaluation = results.Evaluations,
        Claims = results.Claims,
    };
}
