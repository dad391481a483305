using System.Numerics;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>The opaque line in the wall of a tube.</summary>
internal static class Stripe
{
    /// <summary>The line's profile, beside the middle of the tube.</summary>
    /// <param name="offset">How far from the tube's middle, cm.</param>
    /// <param name="radius">Half its width, cm.</param>
    public static Profile Of(float offset, float radius, float perCentimetre, float blur) => new(
        d => 2 * perCentimetre * Math.Sqrt(Math.Max(0, (radius * radius) - ((d - offset) * (d - offset)))),
        MathF.Abs(offset) + radius,
        blur);

    /// <summary>A path with amounts that are 0 within gaps, each given as distance from the end of the path and length, cm.</summary>
    public static PathPoint[] WithGaps(List<Vector2> path, ReadOnlySpan<(float FromEnd, float Length)> gaps)
    {
        var points = new PathPoint[path.Count];
        var left = 0f;
        for (var index = path.Count - 1; index >= 0; index--)
        {
            if (index + 1 < path.Count) left += Vector2.Distance(path[index], path[index + 1]);
            var amount = 1f;
            foreach (var (fromEnd, length) in gaps)
                if (left > fromEnd && left < fromEnd + length) amount = 0;
            points[index] = new PathPoint(path[index], 1, amount);
        }

        return points;
    }
}
