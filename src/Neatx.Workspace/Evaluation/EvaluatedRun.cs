using Neatx.Core.Statistics;

namespace Neatx.Workspace.Evaluation;

/// <summary>One run of a model against one label set.</summary>
public sealed record EvaluatedRun
{
    public required long Seed { get; init; }

    /// <summary>auc, average_precision, brier and ece; without intervals, which are those of the mean.</summary>
    public required IReadOnlyList<KeyValuePair<string, Statistic>> Statistics { get; init; }

    public IReadOnlyList<ThresholdResult> OperatingPoints { get; init; } = [];
}
