using System.Numerics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Disease;

/// <summary>
/// Air between lung and chest wall, widest at the top. Outside the edge of the lung there are no vessels and the film is a little darker;
/// the edge itself is a thin white line; the lung, holding less air, is a little denser.
/// </summary>
internal sealed class Pneumothorax
{
    private readonly Lung _lung;
    private readonly Curve _gap;
    private readonly float _softness;
    private readonly float _contrast;

    public Pneumothorax(PhantomScene scene, Lung right, Lung left, float softness)
    {
        var random = scene.Stream(PhantomPart.Pneumothorax);
        _lung = random.NextBool(.54) ? right : left;
        _softness = softness;
        _contrast = 1.3f - (.8f * (float)scene.Difficulty);
        // Most are small, a few are large.
        var u = random.NextDouble();
        var widest = .7 + (3.6 * u * u);
        var basal = random.Between(.05, .5) + (u > .75 ? .4 : 0);
        var (wave, phase) = (random.Between(.05, .16), random.Between(0, 6));
        _gap = new Curve(_lung.Apex - 1, _lung.Bottom + 2, y =>
        {
            var s = Math.Clamp((y - _lung.Apex) / (_lung.Bottom - _lung.Apex), 0, 1);
            return (widest * (1 - ((1 - basal) * Shape.Step(.1, .95, s)) + (wave * Math.Sin(phase + (5 * s))))) - .15;
        });
        Density = 1 + (.07f * (float)widest);
    }

    /// <summary>-1 on the patient's right, 1 on the left.</summary>
    public int Side => _lung.Side;

    /// <summary>How much denser the collapsed lung is.</summary>
    public float Density { get; }

    /// <summary>1 in the lung, 0 in the air outside it.</summary>
    public float InLung(float x, float y)
    {
        var depth = _lung.Inside(x, y) - _gap[y];
        return Shape.Step(-1.5f * _softness, 1.5f * _softness, depth);
    }

    /// <summary>Draws the edge of the lung.</summary>
    public void DrawEdge(Radiograph film)
    {
        var line = Profile.Rod(.06, 1.8 * _contrast, film.Blur);
        var centre = new Vector2(3.4f, 0);
        var points = new List<PathPoint>();
        for (var step = 0; step <= 60; step++)
        {
            var angle = -1.75f + (2.75f * step / 60);
            var direction = new Vector2(MathF.Cos(angle), MathF.Sin(angle));
            if (Reach(centre, direction) is not { } reach) continue;
            var at = centre + (reach * direction);
            if (at.Y > _lung.Diaphragm(at.X) - .1f) break;
            var fade = Shape.Step(0f, .25f, step / 60f) * (1 - (.5f * Shape.Step(.7f, 1f, step / 60f)));
            points.Add(new PathPoint(new Vector2(_lung.Side * at.X, at.Y), 1, fade));
        }

        film.Draw(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points), line);
    }

    /// <summary>How far the lung reaches from a point within it.</summary>
    private float? Reach(Vector2 from, Vector2 direction)
    {
        float Depth(float distance)
        {
            var at = from + (distance * direction);
            return _lung.Inside(at.X, at.Y) - _gap[at.Y];
        }

        var (low, high) = (0f, 20f);
        if (Depth(low) < 0 || Depth(high) > 0) return null;
        for (var step = 0; step < 20; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Depth(middle) > 0 ? (middle, high) : (low, middle);
        }

        return low;
    }
}
