using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Neatx.Imaging.Resizing;

/// <summary>The smallest and the largest pixel, and the border that holds nothing but the smallest.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PixelRange(ushort Lowest, ushort Highest)
{
    /// <param name="pixels">At least one.</param>
    public static PixelRange Of(ReadOnlySpan<ushort> pixels)
    {
        var (lowest, highest) = (ushort.MaxValue, ushort.MinValue);
        var at = 0;
        if (pixels.Length >= Vector256<ushort>.Count)
        {
            ref var start = ref MemoryMarshal.GetReference(pixels);
            var (low, high) = (Vector256.Create(ushort.MaxValue), Vector256<ushort>.Zero);
            for (; at <= pixels.Length - Vector256<ushort>.Count; at += Vector256<ushort>.Count)
            {
                var values = Vector256.LoadUnsafe(ref start, (nuint)at);
                (low, high) = (Vector256.Min(low, values), Vector256.Max(high, values));
            }

            for (var lane = 0; lane < Vector256<ushort>.Count; lane++)
                (lowest, highest) = (Math.Min(lowest, low[lane]), Math.Max(highest, high[lane]));
        }

        foreach (var value in pixels[at..]) (lowest, highest) = (Math.Min(lowest, value), Math.Max(highest, value));
        return new PixelRange(lowest, highest);
    }

    /// <summary>What is left when rows and columns at the border that hold nothing but <see cref="Lowest"/> are cut off; some pixel must differ.</summary>
    public FilmBox WithoutBorder(ReadOnlySpan<ushort> pixels, int width, int height)
    {
        var top = pixels.IndexOfAnyExcept(Lowest) / width;
        var bottom = pixels.LastIndexOfAnyExcept(Lowest) / width;
        var (left, right) = (width, -1);
        for (var y = top; y <= bottom; y++)
        {
            var row = pixels.Slice(y * width, width);
            // Only what lies outside of the box so far can widen it.
            if (row[..left].IndexOfAnyExcept(Lowest) is >= 0 and var first) left = first;
            if (row[(right + 1)..].LastIndexOfAnyExcept(Lowest) is >= 0 and var last) right += 1 + last;
        }

        return new FilmBox(left, top, right - left + 1, bottom - top + 1);
    }
}
