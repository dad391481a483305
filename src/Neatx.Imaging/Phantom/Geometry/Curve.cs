using System.Runtime.CompilerServices;

namespace Neatx.Imaging.Phantom.Geometry;

/// <summary>A function of one variable, tabulated once and read by linear interpolation: the same on every machine, and quicker than the formula.</summary>
internal sealed class Curve
{
    private readonly float[] _values;
    private readonly float _from;
    private readonly float _perStep;
    private readonly float _last;

    /// <param name="from">Left end; to the left of it the first value holds.</param>
    /// <param name="to">Right end; to the right of it the last value holds.</param>
    /// <param name="function">The formula.</param>
    /// <param name="steps">Intervals of the table.</param>
    public Curve(double from, double to, Func<double, double> function, int steps = 512)
    {
        _values = new float[steps + 2];
        for (var step = 0; step <= steps; step++) _values[step] = (float)function(from + ((to - from) * step / steps));
        _values[^1] = _values[^2];
        (_from, _perStep, _last) = ((float)from, (float)(steps / (to - from)), steps);
    }

    /// <summary>The value at <paramref name="x"/>.</summary>
    public float this[float x]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var position = Math.Clamp((x - _from) * _perStep, 0, _last);
            var index = (int)position;
            var before = _values[index];
            return before + ((position - index) * (_values[index + 1] - before));
        }
    }
}
