namespace Neatx.Learning.Weights;

/// <summary>How much a weights file from outside may ask of this machine before it is refused.</summary>
public sealed record ReadLimits
{
    /// <summary>The longest header of a safetensors file, in bytes; that of the reference implementation.</summary>
    public int MaxHeader { get; init; } = 100_000_000;

    /// <summary>The longest pickle in a PyTorch file, in bytes. Storages are outside of it; that of Inception v3 is some 60,000.</summary>
    public int MaxPickle { get; init; } = 64 << 20;

    /// <summary>The most values that a pickle may make.</summary>
    public int MaxValues { get; init; } = 4_000_000;

    /// <summary>The most dictionaries, lists and tuples within one another that are looked into.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>The most tensors.</summary>
    public int MaxTensors { get; init; } = 100_000;

    /// <summary>The most bytes of all tensors together.</summary>
    public long MaxBytes { get; init; } = 16L << 30;

    /// <summary>The most bytes that tensors may take beyond their storages, because they repeat or reorder elements.</summary>
    public long MaxCopies { get; init; } = 2L << 30;
}
