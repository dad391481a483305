namespace Neatx.Imaging.Films;

/// <summary>How much one film may ask of this machine before it is refused.</summary>
public sealed record FilmLimits
{
    /// <summary>The most bytes a file may have. Default: 512 MiB.</summary>
    public long MaxBytes { get; init; } = 512L << 20;

    /// <summary>The most pixels an image may have, known from its header before anything is decoded. Default: 64 Mi, four times the largest digital film.</summary>
    public long MaxPixels { get; init; } = 64L << 20;

    /// <summary>The most pixels a side may have. Default: 32,768.</summary>
    public int MaxSide { get; init; } = 1 << 15;
}
