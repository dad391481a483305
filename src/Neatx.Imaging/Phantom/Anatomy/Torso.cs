using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>The outside of the body: trunk, neck, shoulders and upper arms, as ways of the beam through them.</summary>
internal sealed class Torso
{
    private readonly Curve _half;
    private readonly Curve _depth;
    private readonly Curve _shoulder;
    private readonly Curve _neckHalf;
    private readonly float _softness;
    private readonly float _armX;
    private readonly float _armSlope;
    private readonly float _armRadius;

    public Torso(Habitus habitus, float armSpread, float softness)
    {
        _softness = softness;
        var fat = habitus.Fat;
        var chest = habitus.HalfWidth + 2.1f + (.9f * fat);
        _half = new Curve(-16, 26, y =>
        {
            var armpit = chest + .8 - (.045 * (y + 4));
            var belly = .25 * fat * Shape.Step(6.0, 20.0, y) * 2;
            return armpit + belly - ((1 - Shape.Step(0, 2, fat)) * .9 * Shape.Step(6.0, 20.0, y));
        });
        _depth = new Curve(-22, 26, y => habitus.BodyDepth * (.56 + (.44 * Shape.Step(-17.0, -3.0, y)) + (.04 * fat * Shape.Step(5.0, 18.0, y))));
        var rise = habitus.IsBedside ? -1.2 : 0;
        _shoulder = new Curve(0, 30, x =>
            -13.6 + rise + (.0032 * x * x) - ((5.5 + rise) * Math.Exp(-Math.Pow(Math.Max(0, x - 4.2) / 4.2, 1.5))) + (.055 * Math.Pow(Math.Max(0, x - 15), 2)));
        _neckHalf = new Curve(-30, -8, y => 5.6 + (.35 * fat) + (2.2 * Shape.Step(-18.0, -12.0, y)));
        (_armX, _armSlope, _armRadius) = (chest + 3.6f, armSpread, 4.3f + (.45f * fat));
    }

    /// <summary>The way of the beam through the body, cm.</summary>
    /// <param name="x">Distance from the midline, not negative.</param>
    public float Chord(float x, float y)
    {
        var chord = 0f;
        var shoulder = _shoulder[x];
        // Trunk: from the shoulders down; the shoulders cut it off at the top.
        var fromTop = (y - shoulder) / 3.2f;
        if (fromTop > -.2f)
        {
            var top = Shape.SoftRoot(Math.Min(fromTop, 1), _softness / 3.2f);
            var half = _half[y];
            var t = x / half;
            if (t < 1.15f)
            {
                var square = t * t;
                chord = _depth[y] * top * Shape.SoftRoot(1 - (square * square * .5f) - (.5f * square), _softness * 3 / half);
            }

            var arm = Arm(x, y);
            if (arm > 0) chord = chord == 0 ? arm * top : Shape.SoftMax(chord, arm * top, 2);
        }

        if (y < -8)
        {
            var half = _neckHalf[y];
            var t = x / half;
            if (t < 1.2f)
            {
                var neck = 12.5f * Shape.SoftRoot(1 - (t * t), _softness * 2 / half) * (1 - Shape.Step(-13f, -8f, y));
                chord = chord == 0 ? neck : Shape.SoftMax(chord, neck, 2.5f);
            }
        }

        return chord;
    }

    /// <summary>The shoulder's roundness and the arm below it.</summary>
    private float Arm(float x, float y)
    {
        var centre = _armX + (_armSlope * Math.Max(0, y + 8));
        var t = (x - centre) / _armRadius;
        // Above the joint the shoulder girdle is thick all the way from the neck.
        if (t < 0) t *= Shape.Step(-10f, -4f, y);

        return t is > 1.2f or < -1.2f ? 0 : 2.2f * _armRadius * Shape.SoftRoot(1 - (t * t), _softness * 2 / _armRadius);
    }
}
