using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>
/// One side of the chest: the space that the lung fills, bounded by the ribs at its side, the mediastinum in the middle, and the
/// diaphragm below. Points are given mirrored: x grows from the midline to the side, whichever side it is.
/// </summary>
internal sealed class Lung
{
    private readonly Curve _middle;
    private readonly Curve _half;
    private readonly Curve _depth;
    private readonly Curve _dome;
    private readonly float _softness;

    /// <param name="side">-1 for the right lung, on the left of the film; 1 for the left.</param>
    /// <param name="softness">How far an edge is blurred, centimetres.</param>
    public Lung(Habitus habitus, int side, float domeTop, float domeSteepness, float softness)
    {
        Side = side;
        Apex = habitus.Apex;
        Bottom = 14.2f + (.75f * habitus.Breath);
        DomeTop = domeTop;
        _softness = softness;
        var (apexX, inner) = (4.4, side < 0 ? .3 : .2);
        double Along(double y) => (y - Apex) / (Bottom - Apex);
        double LateralAt(double y) => apexX + ((habitus.HalfWidth - apexX) * Math.Pow(1 - Math.Pow(1 - Math.Clamp(Along(y), 0, 1), 2.7), .56));
        double MedialAt(double y) => inner + ((apexX - inner) * (1 - Math.Sqrt(Math.Clamp(Along(y) / .16, 0, 1))));
        _middle = new Curve(Apex - 1, Bottom + 2, y => (LateralAt(y) + MedialAt(y)) / 2);
        _half = new Curve(Apex - 1, Bottom + 2, y => Math.Max(.02, (LateralAt(y) - MedialAt(y)) / 2));
        _depth = new Curve(Apex - 1, Bottom + 2, y =>
        {
            var s = Along(y);
            if (s <= 0) return 0;
            var top = Math.Sqrt(1 - Math.Pow(1 - Math.Min(1, s / .5), 2.2));
            return habitus.Depth * top * (1 - Shape.Step(.93, 1.06, s));
        });
        const double DomeMiddle = 6.8;
        _dome = new Curve(0, 17, x => domeTop + (domeSteepness * Math.Pow(Math.Abs(x - DomeMiddle), 2.15) * (x < DomeMiddle ? .2 : 1)));
    }

    public int Side { get; }

    /// <summary>The height of the upper end.</summary>
    public float Apex { get; }

    /// <summary>The height of the lower end, behind the diaphragm.</summary>
    public float Bottom { get; }

    /// <summary>The height of the diaphragm's dome.</summary>
    public float DomeTop { get; }

    /// <summary>The chest wall, by height.</summary>
    public float Lateral(float y) => _middle[y] + _half[y];

    /// <summary>The mediastinal edge, by height.</summary>
    public float Medial(float y) => _middle[y] - _half[y];

    /// <summary>The height of the diaphragm, by the distance from the midline.</summary>
    public float Diaphragm(float x) => _dome[x];

    /// <summary>The way of the beam between front and back wall, cm.</summary>
    public float Chord(float x, float y)
    {
        var half = _half[y];
        var t = MathF.Abs((x - _middle[y]) / half);
        if (t > 1.3f) return 0;
        var q = 1 - (t * t * MathF.Sqrt(t));
        return _depth[y] * Shape.SoftRoot(q, _softness * 2.5f / half);
    }

    /// <summary>The share of that way which the diaphragm and what is below it take, 0 to 1.</summary>
    public float BelowDiaphragm(float x, float y)
    {
        const float Height = 5.5f;
        return Shape.Saturate(Shape.SoftRoot((y - _dome[x]) / Height, _softness / Height));
    }

    /// <summary>1 where a reader would say lung field, 0 where not; the heart is not taken out.</summary>
    public bool IsField(float x, float y) => y > Apex && y < _dome[x] && MathF.Abs(x - _middle[y]) < _half[y];

    /// <summary>How deep a point lies inside the chest wall: centimetres from the lateral or upper wall, negative outside.</summary>
    public float Inside(float x, float y) => -Shape.SoftMax(x - _middle[y] - _half[y], Apex - y, 2.2f);
}
