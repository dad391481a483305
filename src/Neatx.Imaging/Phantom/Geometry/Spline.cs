using System.Numerics;

namespace Neatx.Imaging.Phantom.Geometry;

/// <summary>Smooth paths through a few points (centripetal is not needed: the points are spaced evenly enough for Catmull and Rom's uniform form).</summary>
internal static class Spline
{
    /// <summary>Points along the curve through all <paramref name="knots"/>, about <paramref name="spacing"/> apart, both ends included.</summary>
    public static List<Vector2> Through(ReadOnlySpan<Vector2> knots, float spacing = .5f)
    {
        var points = new List<Vector2>();
        for (var knot = 0; knot + 1 < knots.Length; knot++)
        {
            var (b, c) = (knots[knot], knots[knot + 1]);
            var a = knot > 0 ? knots[knot - 1] : b - (c - b);
            var d = knot + 2 < knots.Length ? knots[knot + 2] : c + (c - b);
            var steps = Math.Max(1, (int)MathF.Ceiling(Vector2.Distance(b, c) / spacing));
            for (var step = 0; step < steps; step++) points.Add(At(a, b, c, d, step / (float)steps));
        }

        points.Add(knots[^1]);
        return points;
    }

    /// <summary>The length of a path, in its units.</summary>
    public static float Length(IReadOnlyList<Vector2> path)
    {
        var length = 0f;
        for (var point = 1; point < path.Count; point++) length += Vector2.Distance(path[point - 1], path[point]);
        return length;
    }

    private static Vector2 At(Vector2 a, Vector2 b, Vector2 c, Vector2 d, float t) =>
        .5f * ((2 * b) + ((c - a) * t) + (((2 * a) - (5 * b) + (4 * c) - d) * (t * t)) + (((3 * b) - a - (3 * c) + d) * (t * t * t)));
}
