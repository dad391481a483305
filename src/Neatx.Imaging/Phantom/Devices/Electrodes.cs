using System.Numerics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>Electrodes of a heart monitor: a press-stud each, and thin wires that cross the film any way they like.</summary>
internal static class Electrodes
{
    public static void Draw(Radiograph film, Chest chest)
    {
        var random = film.Scene.Stream(PhantomPart.Leads);
        var wire = Profile.Rod(.05, 5, film.Blur);
        var insulation = Profile.Rod(.13, .35, film.Blur);
        var count = 2 + random.NextInt(4);
        ReadOnlySpan<Vector2> usual = [new(-10, -9), new(10.5f, -9), new(11, 8), new(-10.5f, 8.5f), new(3, 1)];
        var first = random.NextInt(usual.Length);
        var exit = new Vector2(random.Side() * random.Between(4, 21), 23);
        for (var index = 0; index < count; index++)
        {
            var at = usual[(first + index) % usual.Length] + new Vector2(random.Around(0, 1.3), random.Around(0, 1.3));
            var (radius, soft) = (random.Between(.32, .48), film.Softness);
            var snap = new Ellipsoid(at, radius, radius, 0, .35f);
            film.Fill(at - new Vector2(1.2f), at + new Vector2(1.2f), (x, y) => 3 * snap.Chord(x, y, soft));
            var pad = new Ellipsoid(at, 1.6f, 1.6f, 0, .2f);
            film.Fill(at - new Vector2(2), at + new Vector2(2), (x, y) => .35f * pad.Chord(x, y, soft));
            var to = exit + new Vector2(random.Around(0, 1.5), 0);
            var bulge = random.Around(0, 3.5);
            var (upper, lower) = (new Vector2(bulge, random.Around(0, 1)), new Vector2(.6f * bulge, random.Around(0, 1)));
            var path = Spline.Through([at, at + (.3f * (to - at)) + upper, at + (.7f * (to - at)) + lower, to], .4f);
            film.Draw(path, wire);
            film.Draw(path, insulation);
        }
    }
}
