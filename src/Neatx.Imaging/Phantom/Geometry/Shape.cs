using System.Runtime.CompilerServices;

namespace Neatx.Imaging.Phantom.Geometry;

/// <summary>The few formulas that round bodies are made of.</summary>
internal static class Shape
{
    /// <summary>
    /// The square root of the positive part of <paramref name="q"/>, rounded off within <paramref name="softness"/> of 0: the path through
    /// an ellipsoid, as a share of its thickness, where q is 1 at the centre and 0 at the rim.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SoftRoot(float q, float softness) => MathF.Sqrt(.5f * (q + MathF.Sqrt((q * q) + (softness * softness))));

    /// <summary>The larger of two, rounded off within <paramref name="softness"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SoftMax(float a, float b, float softness) => .5f * (a + b + MathF.Sqrt(((a - b) * (a - b)) + (softness * softness)));

    /// <summary>The value itself while it is small, and hardly more than 1 ever: a share that fills up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Saturate(float value)
    {
        var fourth = value * value * value * value;
        return value / MathF.Sqrt(MathF.Sqrt(1 + fourth));
    }

    /// <summary>From 0 at <paramref name="from"/> to 1 at <paramref name="to"/>, smooth at both ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Step(float from, float to, float x)
    {
        var t = Math.Clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>As <see cref="Step(float, float, float)"/>.</summary>
    public static double Step(double from, double to, double x)
    {
        var t = Math.Clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - (2 * t));
    }
}
