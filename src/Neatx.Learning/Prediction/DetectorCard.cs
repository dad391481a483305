using Neatx.Core.Training;

namespace Neatx.Learning.Prediction;

/// <summary>What a detector says of itself: what it judges, what it wants to be fed, where it comes from. Travels in the metadata of its file.</summary>
public sealed record DetectorCard
{
    /// <summary>The run that trained it.</summary>
    public required string Name { get; init; }

    /// <summary>It was trained on simulated images.</summary>
    public bool Synthetic { get; init; }

    /// <summary>For people: "densenet121 Torchvision".</summary>
    public required string Network { get; init; }

    /// <summary>Outputs in order, head after head.</summary>
    public required IReadOnlyList<Head> Heads { get; init; }

    public required PreprocessingOptions Preprocessing { get; init; }

    /// <summary><see cref="Imaging.Preprocessor.Version"/> that images were prepared with.</summary>
    public required int PreprocessorVersion { get; init; }

    /// <summary>One a finding, in their order.</summary>
    public required IReadOnlyList<OperatingThreshold> Thresholds { get; init; }

    /// <summary>Where it comes from, for people: seed, start weights, hashes of images, labels and trained weights, version of Neatx.</summary>
    public required IReadOnlyDictionary<string, string> Provenance { get; init; }

    /// <summary>All findings, head after head.</summary>
    public IReadOnlyList<string> Findings() => [.. Heads.SelectMany(head => head.Findings)];
}
