using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Neatx.Imaging.Films;
using Neatx.Imaging.Resizing;

namespace Neatx.Imaging.Duplicates;

/// <summary>
/// 256 bits that hardly change when a film is scaled, stored with fewer bits, windowed or compressed: the signs, against their median, of the
/// cosine coefficients 1 to 16 in both directions of the image averaged to 64 x 64. Copies of one public film at 64, 256 and 1,024 pixels lie at most 2 apart,
/// different films 34 and more; 64 bits would not do, for chest films are alike: there different ones come as near as 4.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PerceptualHash(ulong Word0, ulong Word1, ulong Word2, ulong Word3)
{
    /// <summary>The number of bits.</summary>
    public const int Bits = 256;

    private const int Side = 16, Grid = 64;

    private static readonly double[] Cosines =
        [.. from frequency in Enumerable.Range(1, Side) from at in Enumerable.Range(0, Grid) select Math.Cos(Math.PI * frequency * (at + .5) / Grid)];

    /// <summary>The hash of a whole film, its border included: where a border ends depends on the size of the film.</summary>
    public static PerceptualHash Of(Film film) => Of(film, PixelRange.Of(film.Pixels.Span).Highest);

    /// <param name="film">The film.</param>
    /// <param name="highest">Its largest value, which is known already.</param>
    internal static PerceptualHash Of(Film film, ushort highest)
    {
        var cells = new ushort[Grid * Grid];
        FilmResizer.Resize(
            film.Pixels.Span,
            film.Width,
            new FilmBox(0, 0, film.Width, film.Height),
            AxisWeights.Mean(film.Width, Grid),
            AxisWeights.Mean(film.Height, Grid),
            (float)ushort.MaxValue / Math.Max((ushort)1, highest),
            cells,
            Grid);
        var across = new double[Grid * Side];
        var line = new double[Grid];
        for (var row = 0; row < Grid; row++)
        {
            for (var x = 0; x < Grid; x++) line[x] = cells[(row * Grid) + x];
            for (var frequency = 0; frequency < Side; frequency++) across[(row * Side) + frequency] = Sum(line, frequency);
        }

        var coefficients = new double[Bits];
        for (var sideways = 0; sideways < Side; sideways++)
        {
            for (var row = 0; row < Grid; row++) line[row] = across[(row * Side) + sideways];
            for (var down = 0; down < Side; down++) coefficients[(down * Side) + sideways] = Sum(line, down);
        }

        var ordered = coefficients.Order().ToArray();
        var median = (ordered[(Bits / 2) - 1] + ordered[Bits / 2]) / 2;
        Span<ulong> words = stackalloc ulong[4];
        for (var bit = 0; bit < Bits; bit++)
            if (coefficients[bit] > median) words[bit / 64] |= 1UL << (bit % 64);
        return new PerceptualHash(words[0], words[1], words[2], words[3]);
    }

    /// <summary>The number of bits that differ, 0 to 256.</summary>
    public int Distance(PerceptualHash other) =>
        BitOperations.PopCount(Word0 ^ other.Word0) + BitOperations.PopCount(Word1 ^ other.Word1)
        + BitOperations.PopCount(Word2 ^ other.Word2) + BitOperations.PopCount(Word3 ^ other.Word3);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Word3:x16}{Word2:x16}{Word1:x16}{Word0:x16}");

    /// <summary>The 32 bytes that <see cref="CopyTo"/> wrote.</summary>
    internal static PerceptualHash Of(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));

    /// <summary>Writes 32 bytes.</summary>
    internal void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Word0);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Word1);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], Word2);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], Word3);
    }

    /// <summary>Sixteen of the bits, 0 to 15.</summary>
    internal ushort Part(int part) => (ushort)((part / 4) switch
    {
        0 => Word0,
        1 => Word1,
        2 => Word2,
        _ => Word3,
    } >> (part % 4 * 16));

    private static double Sum(ReadOnlySpan<double> line, int frequency)
    {
        var sum = 0.0;
        for (var at = 0; at < Grid; at++) sum += line[at] * Cosines[(frequency * Grid) + at];
        return sum;
    }
}
