using System.Numerics;
using System.Runtime.CompilerServices;

namespace Neatx.Imaging.Phantom.Drawing;

/// <summary>
/// Adds a long thing to a plane. The pixels beside a path are shared out among its segments by the bisectors at its points, so that each
/// pixel is counted once and the shadow has no seams.
/// </summary>
internal sealed class Brush(int size, float pixelsPerCentimetre)
{
    /// <summary>Draws a path.</summary>
    /// <param name="plane">What is added to; <c>size</c> squared.</param>
    /// <param name="path">Points in pixels, at least two, neighbours apart.</param>
    /// <param name="weight">What the shadow is multiplied by at each pixel, or null for 1.</param>
    /// <param name="mask">Set to 255 within half the profile's width, or null.</param>
    public void Draw(float[] plane, ReadOnlySpan<BrushPoint> path, Profile profile, float[]? weight = null, byte[]? mask = null)
    {
        if (path.Length < 2) return;
        var tangent = Direction(path[0].At, path[1].At);
        for (var point = 0; point + 1 < path.Length; point++)
        {
            var next = point + 2 < path.Length ? Direction(path[point].At, path[point + 2].At) : Direction(path[point].At, path[point + 1].At);
            Segment(plane, path[point], tangent, path[point + 1], next, profile, weight, mask);
            tangent = next;
        }
    }

    private static Vector2 Direction(Vector2 from, Vector2 to) => (to - from) / Math.Max(Vector2.Distance(from, to), 1e-6f);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Segment(
        float[] plane, BrushPoint a, Vector2 ta, BrushPoint b, Vector2 tb, Profile profile, float[]? weight, byte[]? mask)
    {
        var reach = profile.Reach * pixelsPerCentimetre;
        var widest = Math.Max(a.Width, b.Width) * reach;
        var firstRow = Math.Max(0, (int)MathF.Floor(Math.Min(a.At.Y, b.At.Y) - widest));
        var lastRow = Math.Min(size - 1, (int)MathF.Ceiling(Math.Max(a.At.Y, b.At.Y) + widest));
        var left = Math.Min(a.At.X, b.At.X) - widest;
        var right = Math.Max(a.At.X, b.At.X) + widest;
        var along = Direction(a.At, b.At);
        var values = profile.Values;
        var inside = profile.HalfWidth / profile.Reach;
        for (var y = firstRow; y <= lastRow; y++)
        {
            var (from, to) = (left, right);
            if (MathF.Abs(along.Y) > .05f)
            {
                // The strip along the segment, a little wide because the bisectors lean.
                var middle = a.At.X + ((y - a.At.Y) * along.X / along.Y);
                var half = 1.15f * widest / MathF.Abs(along.Y);
                (from, to) = (Math.Max(from, middle - half), Math.Min(to, middle + half));
            }

            var last = Math.Min(size - 1, (int)to);
            for (var x = Math.Max(0, (int)MathF.Ceiling(from)); x <= last; x++)
            {
                var s0 = ((x - a.At.X) * ta.X) + ((y - a.At.Y) * ta.Y);
                var s1 = ((x - b.At.X) * tb.X) + ((y - b.At.Y) * tb.Y);
                if (s0 < 0 || s1 >= 0) continue;
                var u = s0 / (s0 - s1);
                var da = ((y - a.At.Y) * ta.X) - ((x - a.At.X) * ta.Y);
                var db = ((y - b.At.Y) * tb.X) - ((x - b.At.X) * tb.Y);
                var distance = (da + (u * (db - da))) / (reach * (a.Width + (u * (b.Width - a.Width))));
                if (distance is <= -1 or >= 1) continue;
                var position = (distance + 1) * (Profile.StepCount / 2f);
                var index = (int)position;
                var value = values[index] + ((position - index) * (values[index + 1] - values[index]));
                value *= a.Amount + (u * (b.Amount - a.Amount));
                var pixel = (y * size) + x;
                if (weight is not null) value *= weight[pixel];
                plane[pixel] += value;
                if (mask is not null && MathF.Abs(distance) <= inside) mask[pixel] = byte.MaxValue;
            }
        }
    }
}
