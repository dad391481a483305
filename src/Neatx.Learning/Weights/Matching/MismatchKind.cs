namespace Neatx.Learning.Weights.Matching;

/// <summary>How a tensor fails to fit.</summary>
public enum MismatchKind
{
    /// <summary>The network has it, the file does not.</summary>
    Missing,

    /// <summary>Both have it, in different shapes.</summary>
    OtherShape,

    /// <summary>The file has it, the network does not.</summary>
    Unexpected,
}
