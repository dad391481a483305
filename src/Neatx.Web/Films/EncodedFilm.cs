using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Neatx.Imaging.Films;

namespace Neatx.Web.Films;

/// <summary>A film as browsers get it: 16-bit little-endian gray, row after row, gzip; or why there is none.</summary>
/// <param name="Gzip">The pixels, compressed.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Bits">How many bits the brightest value needs.</param>
/// <param name="Center">Of a window in which most films are read well.</param>
/// <param name="Window">The width of that window.</param>
/// <param name="Refusal">Why there are no pixels, or null.</param>
internal sealed record EncodedFilm(byte[] Gzip, int Width, int Height, int Bits, double Center, double Window, Refusal? Refusal)
{
    // Of the darkest and the brightest pixels so many are borders, markers and metal.
    private const double Cut = .005;

    public static EncodedFilm Of(FilmResult result)
    {
        if (!result.TryGet(out var film, out var refusal)) return new([], 0, 0, 0, 0, 0, refusal);
        var (low, high) = Range(film);
        return new(Compress(film.Pixels), film.Width, film.Height, BitsOf(film.Highest), (low + high) / 2.0, Math.Max(1, high - low), null);
    }

    private static byte[] Compress(ReadOnlyMemory<ushort> pixels)
    {
        using var stream = new MemoryStream(pixels.Length);
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            if (BitConverter.IsLittleEndian) gzip.Write(MemoryMarshal.AsBytes(pixels.Span));
            else gzip.Write(Swapped(pixels.Span));
        }

        return stream.ToArray();
    }

    private static byte[] Swapped(ReadOnlySpan<ushort> pixels)
    {
        var bytes = new byte[pixels.Length * 2];
        for (var index = 0; index < pixels.Length; index++) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(index * 2), pixels[index]);
        return bytes;
    }

    private static (int Low, int High) Range(Film film)
    {
        var counts = new int[ushort.MaxValue + 1];
        foreach (var pixel in film.Pixels.Span) counts[pixel]++;
        var cut = (long)(film.Pixels.Length * Cut);
        var (low, high) = (0, (int)film.Highest);
        for (long seen = counts[0]; low < ushort.MaxValue && seen <= cut; seen += counts[low]) low++;
        for (long seen = counts[high]; high > low && seen <= cut; seen += counts[high]) high--;
        return (low, high);
    }

    private static int BitsOf(ushort highest) => System.Numerics.BitOperations.Log2(highest) + 1;
}
