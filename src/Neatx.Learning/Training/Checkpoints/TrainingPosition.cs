using Neatx.Core.Training;

namespace Neatx.Learning.Training.Checkpoints;

/// <summary>How far a run is: with the tensors of a checkpoint all that training continues from. Nothing random is in it; see <see cref="Loop.Draws"/>.</summary>
public sealed record TrainingPosition
{
    /// <summary>Epochs that are behind it.</summary>
    public int Epoch { get; init; }

    /// <summary>Steps of the optimiser that are behind it in the epoch after those.</summary>
    public int Step { get; init; }

    /// <summary>The losses of those steps added up, in their order.</summary>
    public double LossSum { get; init; }

    /// <summary>Steps of the optimiser since the start of the run.</summary>
    public long OptimiserSteps { get; init; }

    /// <summary>The epoch with the highest mean validation AUC, or null.</summary>
    public int? BestEpoch { get; init; }

    public double? BestValidationAuc { get; init; }

    /// <summary>Early stopping has ended training.</summary>
    public bool IsStopped { get; init; }

    /// <summary>One of each epoch that is behind it.</summary>
    public IReadOnlyList<EpochMetrics> Metrics { get; init; } = [];
}
