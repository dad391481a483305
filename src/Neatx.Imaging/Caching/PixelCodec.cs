using System.Numerics;

namespace Neatx.Imaging.Caching;

/// <summary>
/// Packs 16-bit pixels without loss: what is left of each after a guess from its three neighbours (the median of left, above, and left + above - corner, as in
/// JPEG-LS), in Rice codes whose parameter fits each sixteen pixels. Prepared films take about 10 bits a pixel.
/// </summary>
internal static class PixelCodec
{
    private const int Block = 16, ParameterBits = 4, MostParameter = 15;

    public static byte[] Pack(ReadOnlySpan<ushort> pixels, int width)
    {
        var writer = new BitWriter(pixels.Length);
        Span<ushort> block = stackalloc ushort[Block];
        for (var start = 0; start < pixels.Length; start += Block)
        {
            var count = Math.Min(Block, pixels.Length - start);
            for (var i = 0; i < count; i++)
            {
                var left = unchecked((short)(pixels[start + i] - Guess(pixels, start + i, width)));
                // Small numbers of either sign become small numbers.
                block[i] = unchecked((ushort)((left << 1) ^ (left >> 15)));
            }

            var parameter = Parameter(block[..count]);
            writer.Write((uint)parameter, ParameterBits);
            foreach (var value in block[..count])
            {
                writer.WriteZeros(value >> parameter);
                writer.Write((1u << parameter) | (value & ((1u << parameter) - 1)), parameter + 1);
            }
        }

        return writer.Finish();
    }

    /// <summary>Fills the pixels; false when the bytes cannot have been packed from so many.</summary>
    public static bool TryUnpack(ReadOnlySpan<byte> packed, int width, Span<ushort> pixels)
    {
        var reader = new BitReader(packed);
        for (var start = 0; start < pixels.Length; start += Block)
        {
            var parameter = (int)reader.Read(ParameterBits);
            var end = Math.Min(start + Block, pixels.Length);
            for (var at = start; at < end; at++)
            {
                var high = reader.ReadZeros();
                var value = (high << parameter) | (int)reader.Read(parameter);
                if (value > ushort.MaxValue || reader.Overran) return false;
                pixels[at] = unchecked((ushort)(Guess(pixels, at, width) + ((value >> 1) ^ -(value & 1))));
            }
        }

        return true;
    }

    private static int Guess(ReadOnlySpan<ushort> pixels, int at, int width)
    {
        if (at < width) return at == 0 ? 0 : pixels[at - 1];
        int above = pixels[at - width];
        if (at % width == 0) return above;
        int left = pixels[at - 1], corner = pixels[at - width - 1];
        return Math.Clamp(left + above - corner, Math.Min(left, above), Math.Max(left, above));
    }

    /// <summary>The parameter that takes the fewest bits, near the logarithm of the mean.</summary>
    private static int Parameter(ReadOnlySpan<ushort> block)
    {
        var sum = 0u;
        foreach (var value in block) sum += value;
        var about = BitOperations.Log2((sum / (uint)block.Length) | 1);
        var (best, fewest) = (0, int.MaxValue);
        for (var parameter = Math.Max(0, about - 1); parameter <= Math.Min(MostParameter, about + 1); parameter++)
        {
            var bits = block.Length * (parameter + 1);
            foreach (var value in block) bits += value >> parameter;
            if (bits < fewest) (best, fewest) = (parameter, bits);
        }

        return best;
    }
}
