namespace Neatx.Imaging;

/// <summary>A square gray image ready for a network, whose input is <c>value / 65535</c> in each channel.</summary>
public sealed class PreparedImage
{
    /// <summary>The value of a pixel that becomes 1.</summary>
    public const ushort One = ushort.MaxValue;

    /// <exception cref="ArgumentException">The size is less than 1, or the number of pixels differs from its square.</exception>
    public PreparedImage(int size, ReadOnlyMemory<ushort> pixels)
    {
        if (size < 1) throw new ArgumentException($"The size must be at least 1, not {size}.", nameof(size));
        if (pixels.Length != (long)size * size)
            throw new ArgumentException($"{size} x {size} pixels were expected, {pixels.Length} are there.", nameof(pixels));
        (Size, Pixels) = (size, pixels);
    }

    /// <summary>Width and height in pixels.</summary>
    public int Size { get; }

    /// <summary>Row after row from the top, <see cref="Size"/> squared; 0 to 65,535.</summary>
    public ReadOnlyMemory<ushort> Pixels { get; }

    /// <summary>Writes the pixels as numbers in [0, 1], each <c>value / 65535f</c>, row after row.</summary>
    /// <exception cref="ArgumentException">The target is shorter than <see cref="Size"/> squared.</exception>
    public void CopyTo(Span<float> target)
    {
        if (target.Length < Pixels.Length) throw new ArgumentException($"Room for {Pixels.Length} numbers is needed.", nameof(target));
        var pixels = Pixels.Span;
        for (var i = 0; i < pixels.Length; i++) target[i] = pixels[i] / (float)One;
    }
}
