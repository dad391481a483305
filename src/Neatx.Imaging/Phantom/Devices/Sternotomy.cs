using System.Numerics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>Wire loops that hold a breast bone together after an operation on the heart, and some clips.</summary>
internal static class Sternotomy
{
    public static void Draw(Radiograph film, Chest chest)
    {
        var random = film.Scene.Stream(PhantomPart.Clutter, 1);
        var wire = Profile.Rod(.05, 14, film.Blur);
        var front = film.Pose.Shift(8);
        var loops = 5 + random.NextInt(2);
        for (var loop = 0; loop < loops; loop++)
        {
            var centre = new Vector2(front + random.Around(0, .15), -9.5f + (2.7f * loop) + random.Around(0, .3));
            var (a, b, turn) = (random.Between(.75, 1), random.Between(.35, .6), random.Around(0, .2));
            var points = Enumerable.Range(0, 15).Select(step =>
            {
                var angle = (MathF.Tau * step / 15) + .6f;
                return centre + new Vector2(a * MathF.Cos(angle), (b * MathF.Sin(angle)) + (turn * a * MathF.Cos(angle)));
            });
            film.Draw(points.ToArray(), wire);
        }

        var clip = Profile.Rod(.06, 16, film.Blur);
        for (var index = random.NextInt(5); index > 0; index--)
        {
            var at = new Vector2(random.Between(1, 6), random.Between(-3, 5));
            var angle = random.Between(0, 3.1);
            film.Draw((Vector2[])[at, at + (.45f * new Vector2(MathF.Cos(angle), MathF.Sin(angle)))], clip);
        }
    }
}
