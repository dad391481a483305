using System.Numerics;
using Neatx.Imaging.Phantom.Drawing;

namespace Neatx.Imaging.Phantom.Geometry;

/// <summary>
/// How the patient stands before the film: turned, shifted, nearer or smaller, and a little crooked, as everybody is. Film and patient are
/// measured in centimetres from their middle, x to the patient's left (the right of the film), y towards the feet.
/// </summary>
internal sealed class Pose
{
    private readonly float _cosine;
    private readonly float _sine;
    private readonly LatticeNoise _crookedX;
    private readonly LatticeNoise _crookedY;

    /// <param name="rotation">In the plane of the film, radians.</param>
    /// <param name="offset">Where the patient's middle is on the film, centimetres.</param>
    /// <param name="zoom">Centimetres on the film of a centimetre in the standard patient.</param>
    /// <param name="yaw">About the patient's long axis, radians: what lies in front moves to one side, the spine to the other.</param>
    /// <param name="crookedX">Displacement of the anatomy along x, by place on the film.</param>
    /// <param name="crookedY">The same along y.</param>
    public Pose(float rotation, Vector2 offset, float zoom, float yaw, LatticeNoise crookedX, LatticeNoise crookedY)
    {
        (_cosine, _sine) = (MathF.Cos(rotation), MathF.Sin(rotation));
        (Offset, Zoom, Yaw) = (offset, zoom, yaw);
        (_crookedX, _crookedY) = (crookedX, crookedY);
    }

    public Vector2 Offset { get; }

    public float Zoom { get; }

    public float Yaw { get; }

    /// <summary>Where a point of the patient falls on the film.</summary>
    public Vector2 ToFilm(Vector2 patient)
    {
        // The displacement is smooth and small, so that a few steps of substitution invert it.
        var film = Straight(patient);
        for (var step = 0; step < 3; step++) film = Straight(patient - new Vector2(_crookedX.At(film), _crookedY.At(film)));
        return film;
    }

    /// <summary>What part of the patient each pixel of a row shows.</summary>
    /// <param name="y">The row, centimetres on the film.</param>
    /// <param name="firstX">The first pixel's place.</param>
    /// <param name="pitch">The distance from pixel to pixel.</param>
    public void ToPatient(float y, float firstX, float pitch, Span<float> patientX, Span<float> patientY)
    {
        patientX.Clear();
        patientY.Clear();
        _crookedX.AddRow(y, firstX, pitch, 1, patientX);
        _crookedY.AddRow(y, firstX, pitch, 1, patientY);
        for (var pixel = 0; pixel < patientX.Length; pixel++)
        {
            var (dx, dy) = ((firstX + (pitch * pixel) - Offset.X) / Zoom, (y - Offset.Y) / Zoom);
            patientX[pixel] += (_cosine * dx) + (_sine * dy);
            patientY[pixel] += (_cosine * dy) - (_sine * dx);
        }
    }

    /// <summary>The sideways shift of what lies <paramref name="depth"/> cm before (or, negative, behind) the middle of the chest.</summary>
    public float Shift(float depth) => Yaw * depth;

    private Vector2 Straight(Vector2 patient) =>
        Offset + (Zoom * new Vector2((_cosine * patient.X) - (_sine * patient.Y), (_sine * patient.X) + (_cosine * patient.Y)));
}
