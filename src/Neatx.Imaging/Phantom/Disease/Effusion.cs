using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Disease;

/// <summary>Fluid at the base of one or both lungs. It climbs the chest wall (the meniscus), fills the angle between rib and diaphragm, and hides the diaphragm if there is much.</summary>
internal sealed class Effusion
{
    private readonly Curve?[] _levels = new Curve?[2];
    private readonly Curve?[] _thickness = new Curve?[2];
    private readonly float _softness;

    public Effusion(PhantomScene scene, Lung right, Lung left, float softness)
    {
        _softness = softness;
        var random = scene.Stream(PhantomPart.Effusion);
        var first = random.Side();
        var both = random.NextBool(.3);
        foreach (var lung in (Lung[])[right, left])
        {
            var u = random.NextDouble();
            var (above, climb) = (-1.8 + (7 * u * u), random.Between(2.2, 4.2));
            if (lung.Side != first && !both) continue;
            var level = lung.DomeTop + 1.2 - above;
            _levels[Index(lung.Side)] = new Curve(0, 17, x =>
            {
                var side = Shape.Step(.45, 1.02, x / lung.Lateral((float)level));
                return level + .8 - (climb * side * side) - (.7 * (1 - Shape.Step(2.0, 5.0, x)));
            });
            _thickness[Index(lung.Side)] = new Curve(0, 17, x => 5.5 - (2.5 * Shape.Step(.6, 1, x / lung.Lateral((float)level))));
        }
    }

    /// <summary>The share of the way between front and back that the fluid takes, 0 to 1.</summary>
    public float Share(int side, float x, float y)
    {
        if (_levels[Index(side)] is not { } level) return 0;
        var thickness = _thickness[Index(side)]![x];
        // The surface lies along the beam only at the very top, so that the edge is soft.
        return Shape.Saturate(Shape.SoftRoot((y - level[x]) / thickness, (_softness + .25f) / thickness));
    }

    /// <summary>Whether a reader would outline the fluid here.</summary>
    public bool Covers(int side, float x, float y) => _levels[Index(side)] is { } level && y > level[x] + .25f;

    private static int Index(int side) => side < 0 ? 0 : 1;
}
