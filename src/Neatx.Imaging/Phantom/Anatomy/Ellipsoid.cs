using System.Numerics;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>A round body of soft tissue: the parts of the heart, a breast, a bubble.</summary>
/// <param name="Centre">Where its middle is.</param>
/// <param name="A">The half-axis along <paramref name="Angle"/>.</param>
/// <param name="B">The other half-axis in the plane of the film.</param>
/// <param name="Angle">Radians from x towards y.</param>
/// <param name="Depth">The longest way of the beam through it.</param>
internal sealed record Ellipsoid(Vector2 Centre, float A, float B, float Angle, float Depth)
{
    private readonly float _cosine = MathF.Cos(Angle);
    private readonly float _sine = MathF.Sin(Angle);

    /// <summary>Half its extent along x.</summary>
    public float HalfWidth => MathF.Sqrt((A * A * _cosine * _cosine) + (B * B * _sine * _sine));

    /// <summary>Half its extent along y.</summary>
    public float HalfHeight => MathF.Sqrt((A * A * _sine * _sine) + (B * B * _cosine * _cosine));

    /// <summary>1 at the middle, 0 at the rim, negative outside.</summary>
    public float Q(float x, float y)
    {
        var (dx, dy) = (x - Centre.X, y - Centre.Y);
        var (u, v) = (((_cosine * dx) + (_sine * dy)) / A, ((_cosine * dy) - (_sine * dx)) / B);
        return 1 - (u * u) - (v * v);
    }

    /// <summary>The way of the beam through it, cm.</summary>
    /// <param name="softness">How far its edge is blurred, cm.</param>
    public float Chord(float x, float y, float softness)
    {
        var q = Q(x, y);
        var blur = 2 * softness / MathF.Min(A, B);
        return q < -4 * blur ? 0 : Depth * Shape.SoftRoot(q, blur);
    }

    /// <summary>As <see cref="Chord"/>, of a body whose lower half is drawn out, as the heart lies on the diaphragm.</summary>
    public float SaggingChord(float x, float y, float softness) => Chord(x, y > Centre.Y ? Centre.Y + (.6f * (y - Centre.Y)) : y, softness);

    /// <summary>The same body, larger about a point.</summary>
    public Ellipsoid Scaled(float factor, Vector2 about) =>
        this with { Centre = about + (factor * (Centre - about)), A = A * factor, B = B * factor, Depth = Depth * factor };
}
