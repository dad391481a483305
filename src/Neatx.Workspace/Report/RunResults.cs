using Neatx.Workspace.Agreement;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Images;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Report;

/// <summary>Everything that one run of a protocol produced, in the order of the protocol. The report and results.json are two views of it.</summary>
public sealed record RunResults
{
    /// <summary>The short name of the protocol, for instance "neatx".</summary>
    public required string Protocol { get; init; }

    /// <summary>The title of the protocol; the report's title.</summary>
    public required string Title { get; init; }

    /// <summary>The seed that every random step derived its own from.</summary>
    public required ulong Seed { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>True when the data were made up; every figure and table then says so.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Datasets, label sets and ratings tables as read.</summary>
    public IReadOnlyList<TableSummary> Tables { get; init; } = [];

    public IReadOnlyList<CohortFlow> Cohorts { get; init; } = [];

    public IReadOnlyList<LabelSetSummary> LabelSets { get; init; } = [];

    /// <summary>Comparisons of label sets and of raters.</summary>
    public IReadOnlyList<ComparisonResult> Comparisons { get; init; } = [];

    /// <summary>Raters watched over the order of rating, one entry a ratings table.</summary>
    public IReadOnlyList<DriftResult> Drift { get; init; } = [];

    /// <summary>Films of the datasets that state where they are.</summary>
    public IReadOnlyList<FilmsResult> Films { get; init; } = [];

    public IReadOnlyList<SplitResult> Splits { get; init; } = [];

    public IReadOnlyList<SweepResult> Sweeps { get; init; } = [];

    public IReadOnlyList<EvaluationResult> Evaluations { get; init; } = [];

    public IReadOnlyList<ClaimResult> Claims { get; init; } = [];
}
