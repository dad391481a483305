using Neatx.Core.Training;

namespace Neatx.Learning.Weights.Matching;

/// <summary>What is accepted when weights are matched with a network.</summary>
public sealed record MatchOptions
{
    /// <summary>
    /// Layers behind the features may be absent or of other shape, and then start anew: the outputs were trained for other findings. Default: false, everything must be there.
    /// </summary>
    public bool AllowsNewHead { get; init; }

    /// <summary>The variant of the network; a file that says it is of another does not fit. Default: null, not compared.</summary>
    public ModelVariant? Variant { get; init; }

    /// <summary>Beginnings of names in the file that are left out on purpose.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];
}
