namespace Neatx.Core.Training;

/// <summary>How a network is trained. The defaults are those of the paper that all its recipes share.</summary>
public sealed record TrainingRecipe
{
    /// <summary>Default: all but the tail.</summary>
    public FreezePolicy Freeze { get; init; } = FreezePolicy.AllButTail;

    /// <summary>Adam's step size. Default: 1e-4.</summary>
    public double LearningRate { get; init; } = 1e-4;

    /// <summary>Default: constant.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.Constant;

    /// <summary>Passes over the training images, at most. Default: 200.</summary>
    public int Epochs { get; init; } = 200;

    /// <summary>Images a step of the optimiser looks at before accumulation. Default: 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Batches whose gradients are added before a step. Default: 1.</summary>
    public int Accumulate { get; init; } = 1;

    /// <summary>Weigh positives by negatives / positives of the training part, finding by finding. Default: false.</summary>
    public bool BalancePositives { get; init; }

    /// <summary>Train towards the mean certainty of the raters instead of 0 or 1, where there is one. Default: false.</summary>
    public bool SoftLabels { get; init; }

    /// <summary>The weight of each finding in the loss, 1 where none is named. Default: none.</summary>
    public IReadOnlyDictionary<string, double> FindingWeights { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Share of units dropped before the outputs of <see cref="Architecture.Ours"/>. Default: .5.</summary>
    public double Dropout { get; init; } = .5;

    /// <summary>Default: none, all epochs are trained.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Default: none.</summary>
    public Augmentation? Augmentation { get; init; }

    /// <summary>Keep the outputs of the frozen part on disk. Default: true; without effect where nothing is frozen or images are augmented.</summary>
    public bool CacheFeatures { get; init; } = true;

    /// <summary>Default: float32, exact.</summary>
    public FeatureStorage FeatureStorage { get; init; } = FeatureStorage.Fp32;

    /// <summary>
    /// The largest share of the images that may be missing or unusable; beyond it a run stops rather than train on what is left. Default: .05.
    /// </summary>
    public double MostRefused { get; init; } = .05;

    /// <summary>Threads of one run. The result depends on it in the last digits, so it is stated, and 1 by default: sweeps use the other cores.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Adam's step size for a step.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="step">Within the epoch, from 0.</param>
    /// <param name="steps">Of an epoch.</param>
    public double LearningRateAt(int epoch, int step, int steps) => Schedule switch
    {
        LearningRateSchedule.Cosine => LearningRate * .5 * (1 + Math.Cos(Math.PI * (epoch - 1 + ((double)step / steps)) / Epochs)),
        _ => LearningRate,
    };
}
