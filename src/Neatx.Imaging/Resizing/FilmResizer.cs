using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neatx.Imaging.Resizing;

/// <summary>
/// Resizes part of a film in two passes, down the columns and then along the rows. The order of every sum is fixed and products are fused, so
/// that all machines compute the same bits.
/// </summary>
internal static class FilmResizer
{
    /// <param name="pixels">The film, row after row.</param>
    /// <param name="stride">The width of the film.</param>
    /// <param name="box">What of it becomes the result.</param>
    /// <param name="columns">From the width of the box to the width of the result.</param>
    /// <param name="rows">From the height of the box to the height of the result.</param>
    /// <param name="factor">What a sum is multiplied with before it is rounded (half up) and cut off at 65,535.</param>
    /// <param name="target">Where the result goes: its first pixel at the start.</param>
    /// <param name="targetStride">From a row of the target to the next.</param>
    public static void Resize(
        ReadOnlySpan<ushort> pixels, int stride, FilmBox box, AxisWeights columns, AxisWeights rows, float factor, Span<ushort> target, int targetStride)
    {
        // Taps filled up with zeros may reach beyond the last column.
        var line = new float[box.Width + columns.Taps];
        for (var row = 0; row < rows.Starts.Length; row++)
        {
            var start = rows.Starts[row];
            var taps = Math.Min(rows.Taps, box.Height - start);
            Down(pixels[(((box.Top + start) * stride) + box.Left)..], stride, rows.Of(row)[..taps], line.AsSpan(0, box.Width));
            Along(line, columns, factor, target.Slice(row * targetStride, columns.Starts.Length));
        }
    }

    /// <summary>One row of sums down the columns.</summary>
    private static void Down(ReadOnlySpan<ushort> pixels, int stride, ReadOnlySpan<float> weights, Span<float> line)
    {
        ref var source = ref MemoryMarshal.GetReference(pixels);
        ref var target = ref MemoryMarshal.GetReference(line);
        var x = 0;
        for (; x <= line.Length - (2 * Vector256<ushort>.Count); x += 2 * Vector256<ushort>.Count)
        {
            var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            for (var tap = 0; tap < weights.Length; tap++)
            {
                var weight = Vector256.Create(weights[tap]);
                ref var row = ref Unsafe.Add(ref source, (tap * (nint)stride) + x);
                var (first, second) = Vector256.Widen(Vector256.LoadUnsafe(ref row));
                var (third, fourth) = Vector256.Widen(Vector256.LoadUnsafe(ref row, (nuint)Vector256<ushort>.Count));
                a = Vector256.FusedMultiplyAdd(Number(first), weight, a);
                b = Vector256.FusedMultiplyAdd(Number(second), weight, b);
                c = Vector256.FusedMultiplyAdd(Number(third), weight, c);
                d = Vector256.FusedMultiplyAdd(Number(fourth), weight, d);
            }

            a.StoreUnsafe(ref target, (nuint)x);
            b.StoreUnsafe(ref target, (nuint)(x + 8));
            c.StoreUnsafe(ref target, (nuint)(x + 16));
            d.StoreUnsafe(ref target, (nuint)(x + 24));
        }

        for (; x < line.Length; x++)
        {
            var sum = 0f;
            for (var tap = 0; tap < weights.Length; tap++) sum = MathF.FusedMultiplyAdd(pixels[(tap * stride) + x], weights[tap], sum);
            line[x] = sum;
        }
    }

    private static void Along(ReadOnlySpan<float> line, AxisWeights columns, float factor, Span<ushort> target)
    {
        for (var x = 0; x < target.Length; x++)
        {
            var weights = columns.Of(x);
            var source = line.Slice(columns.Starts[x], weights.Length);
            var sums = Vector256<float>.Zero;
            for (var tap = 0; tap < weights.Length; tap += AxisWeights.Lanes)
            {
                var (values, factors) = (Vector256.Create(source[tap..]), Vector256.Create(weights[tap..]));
                sums = Vector256.FusedMultiplyAdd(values, factors, sums);
            }

            var half = sums.GetLower() + sums.GetUpper();
            var value = ((half[0] + half[2]) + (half[1] + half[3])) * factor;
            target[x] = value >= ushort.MaxValue ? ushort.MaxValue : (ushort)(value + .5f);
        }
    }

    /// <summary>Values below 2^16 are the same signed, and signed ones convert in one instruction everywhere.</summary>
    private static Vector256<float> Number(Vector256<uint> values) => Vector256.ConvertToSingle(values.AsInt32());
}
