namespace Neatx.Core.Training;

/// <summary>A line of metrics.jsonl. Holds no time, so that the same run gives the same bytes.</summary>
public sealed record EpochMetrics
{
    /// <summary>From 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Adam's step size.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The mean over the steps of the epoch, each as it was before the step changed the weights.</summary>
    public required double TrainLoss { get; init; }

    /// <summary>Of the whole part after the epoch; null without a validation part or without a decided label in it.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>Finding to AUC of the validation part after the epoch; null where it is undefined. Empty without a validation part.</summary>
    public IReadOnlyDictionary<string, double?> ValidationAuc { get; init; } = new Dictionary<string, double?>(StringComparer.Ordinal);

    /// <summary>The mean of those that are defined; null where none is.</summary>
    public double? MeanValidationAuc { get; init; }
}
