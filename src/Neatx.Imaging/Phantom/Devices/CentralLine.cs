using System.Numerics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>A central venous line: thin, from the neck or below a collar bone to the superior vena cava.</summary>
internal static class CentralLine
{
    public static void Draw(Radiograph film, Chest chest)
    {
        var random = film.Scene.Stream(PhantomPart.CentralLine);
        var end = new Vector2(-2.0f, random.Between(-3.8, 1.5));
        var path = random.NextDouble() switch
        {
            < .5 => (Vector2[])[new(-6.5f, -20), new(-4.1f, -16.5f), new(-3.1f, -12.5f), new(-2.4f, -8), end],
            < .75 => [new(-16, -9.5f), new(-11.5f, -11.3f), new(-6.5f, -11.3f), new(-2.9f, -8.6f), end],
            _ => [new(16, -8), new(11.5f, -10.6f), new(6.5f, -11), new(1, -8.8f), new(-1.7f, -6.3f), end],
        };
        for (var knot = 0; knot + 1 < path.Length; knot++) path[knot] += new Vector2(random.Around(0, .3), random.Around(0, .35));
        film.Draw(Spline.Through(path, .4f), Profile.Rod(random.Between(.08, .13), random.Between(1.1, 2.0), film.Blur));
    }
}
