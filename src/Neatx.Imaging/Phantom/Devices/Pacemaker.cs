using System.Numerics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>A pacemaker below the left collar bone, with one or two leads to the heart.</summary>
internal static class Pacemaker
{
    public static void Draw(Radiograph film, Chest chest)
    {
        var random = film.Scene.Stream(PhantomPart.Pacemaker);
        var centre = new Vector2(random.Around(10.6, .6), random.Around(-8.2, .6));
        var (turn, soft) = (random.Around(.3, .3), film.Softness);
        var (cosine, sine) = (MathF.Cos(turn), MathF.Sin(turn));
        film.Fill(centre - new Vector2(3.4f), centre + new Vector2(3.4f), (x, y) =>
        {
            var (u, v) = (((cosine * (x - centre.X)) + (sine * (y - centre.Y))) / 2.3f, ((cosine * (y - centre.Y)) - (sine * (x - centre.X))) / 2.1f);
            var q = 1 - (u * u * u * u) - (v * v * v * v);
            if (q < -1) return 0;
            var can = Shape.Step(-soft * 1.5f, soft * 1.5f, q);
            var battery = Shape.Step(-.1f, .1f, v + .1f);
            return can * (2.2f + (1.6f * battery));
        });
        var lead = Profile.Rod(.075, 4.2, film.Blur);
        var cava = new Vector2(-1.9f, -5.5f);
        var start = centre + new Vector2(-1.2f, -2);
        var atrium = chest.Heart.RightAtrium;
        Vector2[] toVentricle = [centre, start, new(6.6f, -11.2f), new(1, -9.3f), cava, new(-2.2f, 0), atrium + new Vector2(-.4f, 1), chest.Heart.Tip];
        film.Draw(Spline.Through(toVentricle, .4f), lead);
        if (!random.NextBool(.6)) return;
        Vector2[] toAtrium =
        [
            centre, start + new Vector2(.4f, .2f), new(6.8f, -10.9f), new(1.1f, -9), cava + new Vector2(.25f, 0), new(-2.4f, -1), atrium + new Vector2(.5f, -1),
        ];
        film.Draw(Spline.Through(toAtrium, .4f), lead);
    }
}
