namespace Neatx.Workspace.Storage;

/// <summary>How much a file from outside may ask of this machine before it is refused.</summary>
public sealed record ReadLimits
{
    /// <summary>The most bytes a file may hold once decompressed.</summary>
    public long MaxBytes { get; init; } = 64L << 30;

    /// <summary>The most a compressed file may expand, as a multiple of its size on disk, beyond <see cref="RatioFrom"/>.</summary>
    public int MaxRatio { get; init; } = 1000;

    /// <summary>Decompressed bytes up to which any ratio is accepted: small tables may well be very regular.</summary>
    public long RatioFrom { get; init; } = 64L << 20;

    /// <summary>The longest line in bytes, and the longest record in characters where quoted cells span lines; at least 65,536, as text is looked at in such blocks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less.</exception>
    public int MaxLine
    {
        get;
        init => field = value >= 1 << 16 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A line may always have 65,536 bytes.");
    } = 1 << 20;
}
