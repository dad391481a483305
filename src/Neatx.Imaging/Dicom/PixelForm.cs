using Neatx.Imaging.Films;

namespace Neatx.Imaging.Dicom;

/// <summary>How stored numbers become a film.</summary>
internal sealed class PixelForm
{
    private readonly bool signed;
    private readonly bool inverted;
    private readonly double shift;
    private readonly (int From, int To)? padding;

    private PixelForm(DicomHeader header, FilmLimits limits)
    {
        if (header.Number(DicomHeader.SamplesPerPixel) is not 1 and var samples) throw DicomHeader.Refused($"{samples} channels, not one");
        inverted = header.Text(DicomHeader.Photometric) switch
        {
            "MONOCHROME1" => true,
            "MONOCHROME2" => false,
            var other => throw DicomHeader.Refused($"pixels of kind '{other}', neither MONOCHROME1 nor MONOCHROME2"),
        };
        if (header.Decimal(DicomHeader.Frames, 1) is not 1 and var frames) throw DicomHeader.Refused($"{frames} frames, not one");
        (Width, Height) = (header.Number(DicomHeader.Columns), header.Number(DicomHeader.Rows));
        PixelLimit.Check(Width, Height, limits);

        BitsAllocated = header.Number(DicomHeader.BitsAllocated);
        BitsStored = header.Number(DicomHeader.BitsStored, BitsAllocated);
        if (BitsAllocated is not (8 or 16)) throw DicomHeader.Refused($"{BitsAllocated} bits a pixel, neither 8 nor 16");
        if (BitsStored < 1 || BitsStored > BitsAllocated) throw DicomHeader.Wrong(DicomHeader.BitsStored, $"{BitsStored} of {BitsAllocated} bits");
        if (header.Number(DicomHeader.HighBit, BitsStored - 1) != BitsStored - 1) throw DicomHeader.Refused("pixels that do not begin at the lowest bit");

        signed = header.Number(DicomHeader.Signed, 0) switch
        {
            0 => false,
            1 => true,
            var other => throw DicomHeader.Wrong(DicomHeader.Signed, $"{other}, neither 0 nor 1"),
        };
        var slope = header.Decimal(DicomHeader.Slope, 1);
        if (slope <= 0) throw DicomHeader.Refused($"a rescale slope of {slope}, not above 0");
        // A slope alone stretches all values alike, which dividing by the largest undoes; so stored steps are kept.
        shift = Math.Round(header.Decimal(DicomHeader.Intercept, 0) / slope);
        if (Math.Abs(shift) > ushort.MaxValue) throw DicomHeader.Refused($"a rescale intercept of {shift:G6} steps, beyond 16 bits");
        if (header.Has(DicomHeader.Padding))
        {
            var from = header.Number(DicomHeader.Padding, signed: signed);
            var to = header.Number(DicomHeader.PaddingLimit, from, signed);
            padding = (Math.Min(from, to), Math.Max(from, to));
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>8 or 16.</summary>
    public int BitsAllocated { get; }

    /// <summary>1 to <see cref="BitsAllocated"/>.</summary>
    public int BitsStored { get; }

    /// <exception cref="RefusedFilmException">The header cannot be meant, or means no plain film.</exception>
    public static PixelForm Of(DicomHeader header, FilmLimits limits) => new(header, limits);

    /// <summary>
    /// Brings stored numbers to values from 0: bits beyond those stored are dropped, the rescale intercept is added in stored steps, MONOCHROME1 is turned over, and
    /// where values are negative all are moved up until the smallest is 0. Padding becomes 0.
    /// </summary>
    /// <param name="stored">Row after row; becomes the film's pixels.</param>
    /// <exception cref="RefusedFilmException">A value would be above 65,535.</exception>
    public Film ToFilm(ushort[] stored)
    {
        var mask = (1 << BitsStored) - 1;
        var sign = signed ? 1 << (BitsStored - 1) : 0;
        var (low, high) = (-sign, mask - sign);
        var (step, offset) = inverted ? (-1, low + high + (int)shift) : (1, (int)shift);
        var smallest = 0;
        foreach (var number in stored)
        {
            var value = ((number & mask) ^ sign) - sign;
            if (!IsPadding(value)) smallest = Math.Min(smallest, (value * step) + offset);
        }

        offset -= smallest;
        var highest = Math.Max((low * step) + offset, (high * step) + offset);
        if (highest > ushort.MaxValue && smallest == 0)
            throw DicomHeader.Refused($"values of up to {highest:N0} after its rescale intercept, beyond 16 bits");
        for (var i = 0; i < stored.Length; i++)
        {
            var value = ((stored[i] & mask) ^ sign) - sign;
            stored[i] = IsPadding(value) ? (ushort)0 : (ushort)((value * step) + offset);
        }

        return new Film(Width, Height, stored, (ushort)Math.Min(highest, ushort.MaxValue));
    }

    private bool IsPadding(int value) => padding is var (from, to) && value >= from && value <= to;
}
