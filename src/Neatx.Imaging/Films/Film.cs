namespace Neatx.Imaging.Films;

/// <summary>A decoded film: one gray channel in the full depth of its file, upright.</summary>
public sealed class Film
{
    /// <exception cref="ArgumentException">A side is less than 1, the number of pixels differs from width times height, or <paramref name="highest"/> is 0.</exception>
    public Film(int width, int height, ReadOnlyMemory<ushort> pixels, ushort highest)
    {
        if (width < 1 || height < 1) throw new ArgumentException($"A film has at least one pixel, not {width} x {height}.", nameof(width));
        if (pixels.Length != (long)width * height)
            throw new ArgumentException($"{width} x {height} pixels were expected, {pixels.Length} are there.", nameof(pixels));
        if (highest == 0) throw new ArgumentException("The highest value must be above 0.", nameof(highest));
        (Width, Height, Pixels, Highest) = (width, height, pixels, highest);
    }

    /// <summary>In pixels, at least 1.</summary>
    public int Width { get; }

    /// <summary>In pixels, at least 1.</summary>
    public int Height { get; }

    /// <summary>Row after row from the top, <see cref="Width"/> times <see cref="Height"/>; 0 is the darkest that the file's format can hold.</summary>
    public ReadOnlyMemory<ushort> Pixels { get; }

    /// <summary>The brightest value the file's format can hold: 255 for 8 bits, 65,535 for 16, as stored for DICOM (4,095 for 12).</summary>
    public ushort Highest { get; }
}
