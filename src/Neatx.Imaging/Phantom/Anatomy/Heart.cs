using System.Numerics;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>
/// The middle shadow: heart and great vessels. The heart is scaled so that its width over the width inside the ribs, the cardiothoracic
/// ratio, is what was drawn: below .5 in a normal heart, above in cardiomegaly.
/// </summary>
internal sealed class Heart
{
    private readonly Ellipsoid[] _chambers;
    private readonly Ellipsoid[] _vessels;
    private readonly float _softness;

    public Heart(PhantomScene scene, Habitus habitus, float shift, float softness)
    {
        _softness = softness;
        var random = scene.Stream(PhantomPart.Heart);
        var normal = Math.Clamp(random.Around(habitus.IsBedside ? .455 : .43, .022) + (habitus.Age < 5 ? .03f : 0), .37f, .485f);
        var enlarged = random.Between(.54, .68);
        Ratio = scene.Shows(PhantomFindings.Cardiomegaly) ? enlarged : normal;

        var tilt = random.Around(.72, .1) - (.06f * habitus.Fat);
        var drop = -.35f * habitus.Breath;
        Ellipsoid[] chambers =
        [
            // Left ventricle, with the apex; right atrium; the bulk between them, which reaches up to the vessels.
            new(new Vector2(3.1f, 5.4f - drop), 6.6f, random.Around(4.5, .25), tilt, 12.5f),
            new(new Vector2(-1.1f, 5.0f - drop), 4.6f, random.Around(3.7, .2), 1.45f, 11.5f),
            new(new Vector2(.9f, 2.2f - drop), 5.4f, 3.6f, 1.25f, 12),
        ];
        var middle = new Vector2(.6f, 7f - drop);
        var width = Extent(chambers, 1) - Extent(chambers, -1);
        var target = Ratio * 2 * habitus.HalfWidth;
        _chambers = [.. chambers.Select(chamber => Move(chamber.Scaled(target / width, middle), shift))];
        var old = (float)Shape.Step(40.0, 85.0, habitus.Age);
        var knob = random.Around(1.75, .15) + (.5f * old);
        _vessels =
        [
            // What surrounds windpipe and gullet, above and below; aortic knob, pulmonary trunk, superior vena cava with the ascending aorta.
            Move(new Ellipsoid(new Vector2(.1f, -9.5f), 8, random.Around(2.35, .15) + (.1f * habitus.Fat), 1.57f, 8), .3f * shift),
            Move(new Ellipsoid(new Vector2(.3f, 9.5f - drop), 6.5f, random.Around(2.5, .2), 1.5f, 11), .3f * shift),
            Move(new Ellipsoid(new Vector2(2.0f + (.35f * old), -5.6f), knob, knob * 1.1f, 0, 5.5f), shift),
            Move(new Ellipsoid(new Vector2(1.7f, -1.7f), 3.4f, random.Around(2.35, .15), 1.2f, 5), shift),
            Move(new Ellipsoid(new Vector2(-.7f - (.5f * old), -3.2f), 6.2f, random.Around(2.3, .15) + (.2f * old), 1.5f, 6), shift),
        ];
    }

    /// <summary>The cardiothoracic ratio.</summary>
    public float Ratio { get; }

    /// <summary>The leftmost x of the heart, on the patient's right.</summary>
    public float RightBorder => Extent(_chambers, -1);

    /// <summary>The rightmost x of the heart.</summary>
    public float LeftBorder => Extent(_chambers, 1);

    /// <summary>Where the left atrium and the root of the aorta are.</summary>
    public Vector2 Base => _chambers[2].Centre;

    /// <summary>The middle of the right atrium.</summary>
    public Vector2 RightAtrium => _chambers[1].Centre;

    /// <summary>Near the tip of the heart.</summary>
    public Vector2 Tip => _chambers[0].Centre + (.75f * _chambers[0].A * new Vector2(MathF.Cos(_chambers[0].Angle), MathF.Sin(_chambers[0].Angle)));

    /// <summary>The way of the beam through heart and vessels, cm.</summary>
    public float Chord(float x, float y)
    {
        var chord = 0f;
        foreach (var part in _chambers) chord = Join(chord, part.SaggingChord(x, y, _softness));
        foreach (var part in _vessels) chord = Join(chord, part.Chord(x, y, _softness));
        return chord;
    }

    /// <summary>Whether the point is in the heart's silhouette, great vessels left out.</summary>
    public bool Contains(float x, float y)
    {
        foreach (var part in _chambers)
            if (part.Q(x, y > part.Centre.Y ? part.Centre.Y + (.6f * (y - part.Centre.Y)) : y) > 0) return true;
        return false;
    }

    private static float Join(float a, float b) => a == 0 ? b : b == 0 ? a : Shape.SoftMax(a, b, .6f);

    private static Ellipsoid Move(Ellipsoid body, float shift) => body with { Centre = body.Centre + new Vector2(shift, 0) };

    private static float Extent(IEnumerable<Ellipsoid> bodies, int side) => side > 0
        ? bodies.Max(body => body.Centre.X + body.HalfWidth)
        : bodies.Min(body => body.Centre.X - body.HalfWidth);
}
