namespace Neatx.Imaging.Films;

/// <summary>Holds the size that a header announces against the limits.</summary>
internal static class PixelLimit
{
    /// <exception cref="RefusedFilmException">A side is too long, there are too many pixels, or there are none.</exception>
    public static void Check(long width, long height, FilmLimits limits)
    {
        if (width < 1 || height < 1)
            throw new RefusedFilmException(RefusalReason.Unreadable, $"Its header announces {width:N0} x {height:N0} pixels.", "Get the file again from its source.");
        if (width > limits.MaxSide || height > limits.MaxSide || width * height > Math.Min(limits.MaxPixels, Array.MaxLength / 8))
            throw new RefusedFilmException(
                RefusalReason.TooLarge,
                $"Its header announces {width:N0} x {height:N0} pixels; at most {limits.MaxPixels:N0} pixels and {limits.MaxSide:N0} a side are read.",
                "If it is a film, scale it down first; else leave it out.");
    }
}
