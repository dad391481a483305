namespace Neatx.Learning.Models;

/// <summary>The shape of one image's values at a place in a network: a map of channels, or a vector after flattening.</summary>
public sealed record Shape
{
    /// <summary>A map.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is not positive.</exception>
    public Shape(int channels, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        (Channels, Height, Width) = (channels, height, width);
    }

    private Shape(int channels) => Channels = channels;

    /// <summary>Channels of a map, values of a vector.</summary>
    public int Channels { get; }

    /// <summary>Rows of a map, 0 for a vector.</summary>
    public int Height { get; }

    /// <summary>Columns of a map, 0 for a vector.</summary>
    public int Width { get; }

    public bool IsVector => Height == 0;

    /// <summary>How many values.</summary>
    public long Count => IsVector ? Channels : (long)Channels * Height * Width;

    /// <summary>Channels, height, width; or the one of a vector.</summary>
    public IReadOnlyList<int> Dimensions => IsVector ? [Channels] : [Channels, Height, Width];

    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public static Shape Vector(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new Shape(count);
    }

    public override string ToString() => string.Join(" x ", Dimensions);
}
