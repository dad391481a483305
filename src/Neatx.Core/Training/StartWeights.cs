namespace Neatx.Core.Training;

/// <summary>What a network starts from.</summary>
/// <param name="Source">What reports print: "random initialisation", or "densenet121, ImageNet (torchvision)".</param>
/// <param name="File">The weights file, or null for random initialisation.</param>
/// <param name="Sha256">Of the file, lower-case hexadecimal; null for random initialisation.</param>
public sealed record StartWeights(string Source, string? File = null, string? Sha256 = null)
{
    /// <summary>No weights: drawn from the seed of the run.</summary>
    public static StartWeights Random { get; } = new("random initialisation");

    public bool AreRandom => File is null;
}
