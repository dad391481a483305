using NetVips;

namespace Neatx.Imaging.Films;

/// <summary>Decodes PNG and JPEG by libvips; the only code that touches its memory.</summary>
internal static unsafe class LibvipsDecoder
{
    /// <param name="content">The whole file; its signature is known to be PNG or JPEG.</param>
    /// <param name="limits">What the header may announce.</param>
    /// <exception cref="RefusedFilmException">It is too large or of a kind that is not read.</exception>
    /// <exception cref="VipsException">It is damaged. libvips keeps one text of errors for all threads, so the caller finds out itself what is wrong.</exception>
    public static Film Decode(byte[] content, FilmLimits limits)
    {
        Libvips.Start();
        // Opening reads the header only; decoding starts with the first pixel that is asked for.
        using var image = Image.NewFromBuffer(content, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        PixelLimit.Check(image.Width, image.Height, limits);
        if (image.Interpretation == Enums.Interpretation.Cmyk)
            throw new RefusedFilmException(RefusalReason.Unsupported, "It is a CMYK JPEG, made for printing; a gray or RGB image was expected.",
                "Convert it: vips colourspace IN OUT.png b-w");
        if (image.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort) || image.Bands is < 1 or > 4)
            throw new RefusedFilmException(
                RefusalReason.Unsupported,
                $"It has {image.Bands} channels of type {image.Format}; one to four of 8 or 16 bits were expected.",
                "Convert it to a gray PNG.");
        var film = Pixels(image);
        return Orientation.OfExif(image.Contains("orientation") ? Convert.ToInt32(image.Get("orientation"), null) : 1).Upright(film);
    }

    private static Film Pixels(Image image)
    {
        var pixels = GC.AllocateUninitializedArray<ushort>(image.Width * image.Height);
        var wide = image.Format == Enums.BandFormat.Ushort;
        var highest = wide ? ushort.MaxValue : byte.MaxValue;
        var memory = image.WriteToMemory(out var bytes);
        try
        {
            if (wide) GrayRule.Apply(new ReadOnlySpan<ushort>((void*)memory, checked((int)(bytes / 2))), image.Bands, highest, pixels);
            else GrayRule.Apply(new ReadOnlySpan<byte>((void*)memory, checked((int)bytes)), image.Bands, highest, pixels);
        }
        finally
        {
            NetVips.NetVips.Free(memory);
        }

        return new Film(image.Width, image.Height, pixels, highest);
    }
}
