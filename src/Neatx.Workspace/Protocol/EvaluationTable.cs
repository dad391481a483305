using Neatx.Core.Training;

namespace Neatx.Workspace.Protocol;

/// <summary>A table of AUCs: models or findings against label sets.</summary>
public sealed record EvaluationTable
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Sweeps, each with all its models, and scores from tables.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>The models of the sweeps that count; empty for all.</summary>
    public IReadOnlyList<Architecture> Only { get; init; } = [];

    /// <summary>The label sets to evaluate against, in the order of the columns.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>In the order of rows or groups.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>True when a row is a finding, as in the paper's Table 2; false when it is a model, as in Table 1.</summary>
    public bool RowsAreFindings { get; init; }

    /// <summary>The parts of the split whose images count; empty for all but train and validation.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}
