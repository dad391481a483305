using System.IO.Compression;
using System.Runtime.InteropServices;
using NetVips;

namespace Neatx.Web.Films;

/// <summary>A small picture of a film in its window.</summary>
internal static class Thumbnail
{
    private const int Side = 192;

    /// <summary>PNG of 8 bits, at most 192 pixels a side.</summary>
    public static byte[] Of(EncodedFilm film)
    {
        var pixels = new byte[film.Width * film.Height * 2];
        using (var gzip = new GZipStream(new MemoryStream(film.Gzip), CompressionMode.Decompress)) gzip.ReadExactly(pixels);
        using var image = Image.NewFromMemoryCopy(MemoryMarshal.AsBytes<byte>(pixels), film.Width, film.Height, 1, Enums.BandFormat.Ushort);
        // Not vips' own thumbnail, which makes 8 bits of 16 before the window is applied.
        using var small = image.Resize(Math.Min(1, (double)Side / Math.Max(film.Width, film.Height)));
        var low = film.Center - (film.Window / 2);
        using var windowed = small.Linear([255 / film.Window], [-low * 255 / film.Window]);
        using var bytes = windowed.Cast(Enums.BandFormat.Uchar);
        using var gray = bytes.Copy(interpretation: Enums.Interpretation.Bw);
        return gray.PngsaveBuffer(compression: 3);
    }
}
