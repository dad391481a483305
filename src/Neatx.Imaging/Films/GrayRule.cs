using System.Numerics;

namespace Neatx.Imaging.Films;

/// <summary>
/// Makes one gray channel of what a file holds. Colour becomes (2125 R + 7154 G + 721 B) / 10000 of the values as stored, rounded, the weights of
/// scikit-image's <c>rgb2gray</c>: three equal channels give that channel exactly. An alpha channel dims: a film that is not opaque is laid on black.
/// </summary>
internal static class GrayRule
{
    private const uint Red = 2125, Green = 7154, Blue = 721, Sum = Red + Green + Blue;

    /// <param name="interleaved">Pixel after pixel, <paramref name="bands"/> values each.</param>
    /// <param name="bands">1 gray, 2 gray and alpha, 3 RGB, 4 RGB and alpha.</param>
    /// <param name="highest">The value of white and of full opacity.</param>
    /// <param name="gray">Where to write, one value a pixel.</param>
    public static void Apply<T>(ReadOnlySpan<T> interleaved, int bands, ushort highest, Span<ushort> gray)
        where T : unmanaged, IUnsignedNumber<T>
    {
        for (int i = 0, at = 0; i < gray.Length; i++, at += bands)
        {
            var value = bands < 3
                ? uint.CreateTruncating(interleaved[at])
                : ((Red * uint.CreateTruncating(interleaved[at])) + (Green * uint.CreateTruncating(interleaved[at + 1]))
                    + (Blue * uint.CreateTruncating(interleaved[at + 2])) + (Sum / 2)) / Sum;
            if (bands is 2 or 4) value = ((value * uint.CreateTruncating(interleaved[at + bands - 1])) + (highest / 2u)) / highest;
            gray[i] = (ushort)value;
        }
    }
}
