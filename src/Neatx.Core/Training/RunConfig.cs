namespace Neatx.Core.Training;

/// <summary>
/// What one training run does: the content of <c>run.json</c> in a run folder, written by a protocol's training stage or by hand.
/// All that decides the result is in it or hashed in it.
/// </summary>
public sealed record RunConfig
{
    /// <summary>Grows when the form of run.json changes.</summary>
    public int Format { get; init; } = 1;

    /// <summary>For instance "drains.densenet121.seed1".</summary>
    public required string Name { get; init; }

    /// <summary>The images are simulated; named wherever results of the run are shown.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Decides initialisation, order, dropout and augmentation.</summary>
    public required ulong Seed { get; init; }

    public required Architecture Architecture { get; init; }

    public ModelVariant Variant { get; init; } = ModelVariant.Torchvision;

    public StartWeights Weights { get; init; } = StartWeights.Random;

    /// <summary>At least one; findings differ across heads.</summary>
    public required IReadOnlyList<Head> Heads { get; init; }

    public required TrainingRecipe Recipe { get; init; }

    public PreprocessingOptions Preprocessing { get; init; } = new();

    /// <summary>The folder that <see cref="RunImages.Path"/> starts from: absolute, or relative to the run folder.</summary>
    public required string ImageFolder { get; init; }

    /// <summary>Where features are kept, shared between runs: absolute, or relative to the run folder.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>SHA-256 of images.parquet: images, labels and split.</summary>
    public required string ImagesSha256 { get; init; }

    /// <summary>What the label set and the split are called and their hashes, for people: "labels" to "nonexp_padchest 3f2a...".</summary>
    public IReadOnlyDictionary<string, string> Provenance { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>All findings, head after head: the order of the lists in images.parquet and of the outputs.</summary>
    public IReadOnlyList<string> Findings() => [.. Heads.SelectMany(head => head.Findings)];
}
