using System.Numerics;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>Collar bones, shoulder blades and the upper ends of the arms.</summary>
internal sealed class Shoulders(Habitus habitus, float armX, float armSpread)
{
    public void Draw(Radiograph film)
    {
        var random = film.Scene.Stream(PhantomPart.Shoulders);
        var dense = Matter.DenseBone * habitus.BoneDensity;
        var spongy = Matter.SpongyBone * habitus.BoneDensity;
        var clavicle = Profile.Bone(.55, .6, .17, 1.25 * dense, spongy, film.Blur);
        var border = Profile.Rod(.28, .55 * dense, film.Blur);
        var shaft = Profile.Bone(1.15, 1.1, .3, dense, .3 * spongy, film.Blur);
        var rise = (habitus.IsBedside ? -1.1f : 0) + random.Around(0, .4);
        var bladeIn = habitus.IsBedside ? random.Around(10.6, .8) : random.Around(13.4, .8);
        foreach (var side in (int[])[-1, 1])
        {
            var tilt = rise + random.Around(0, .25);
            var front = film.Pose.Shift(7);
            Vector2 At(float x, float y) => new((side * x) + (front * Math.Max(0, 1 - (x / 14))), y);
            var collar = Spline.Through(
                [At(1.7f, -10.3f + (.3f * tilt)), At(4.6f, -11.3f + (.6f * tilt)), At(8.4f, -12.7f + tilt), At(12.4f, -13.5f + tilt), At(16.4f, -12.7f + tilt)]);
            film.Draw(Widened(collar), clavicle);

            Vector2 Blade(float x, float y) => new(side * x, y);
            var socket = Blade(armX - 2.6f, -9.2f);
            var tip = Blade(bladeIn + 1.9f, 2.6f + random.Around(0, .6));
            var corner = Blade(bladeIn, -9.6f);
            film.Draw(Spline.Through([socket, Blade(armX - 3.6f, -6.4f), Blade((armX + bladeIn) / 2, -1.6f), tip]), border, 1.15f);
            film.Draw(Spline.Through([corner, Blade(bladeIn + .1f, -5), Blade(bladeIn + .7f, -.5f), tip]), border, .75f);
            var ridge = Spline.Through([Blade(bladeIn + .2f, -8.2f), Blade((armX + bladeIn) / 2, -10.6f), Blade(armX - .6f, -13.0f + (.5f * tilt))]);
            film.Draw(ridge, border, 1.1f);
            film.Draw(Spline.Through([corner, Blade(bladeIn + 1.6f, -10.8f), Blade(armX - 3.2f, -11.2f)]), border, .6f);
            FillBlade(film, corner, tip, socket, .19f * habitus.BoneDensity);

            // The head of the arm bone in its socket, and the shaft below.
            var head = new Ellipsoid(Blade(armX - .3f, -9.6f), 2.35f, 2.5f, 0, 3.6f);
            var (softness, bone) = (film.Softness, .115f * habitus.BoneDensity);
            film.Fill(head.Centre - new Vector2(3, 3), head.Centre + new Vector2(3, 3), (x, y) => bone * head.Chord(x, y, softness));
            var elbow = Blade(armX + .5f + (armSpread * 22), 14);
            var arm = Spline.Through([Blade(armX + .1f, -9.2f), Blade(armX + .4f + (armSpread * 6), -2), elbow]);
            film.Draw(
                [.. arm.Select((at, index) => new PathPoint(at, 1 + (.5f * (1 - Shape.Step(0f, 8f, index))), Shape.Step(0f, 6f, index)))], shaft);
            // The end of the collar bone's neighbour, the acromion.
            var acromion = Spline.Through(
                [Blade(armX - 2.6f, -13.0f + (.6f * tilt)), Blade(armX - .5f, -13.2f + (.6f * tilt)), Blade(armX + 1.1f, -12.2f + (.4f * tilt))]);
            film.Draw(acromion, border, 1.3f);
        }
    }

    private static PathPoint[] Widened(List<Vector2> path)
    {
        var points = new PathPoint[path.Count];
        for (var index = 0; index < points.Length; index++)
        {
            var along = index / (points.Length - 1f);
            var width = 1.35f - (.55f * Shape.Step(0f, .25f, along)) + (.3f * Shape.Step(.7f, 1f, along));
            var ends = Shape.Step(-.6f, 1.2f, index) * Shape.Step(-.6f, 1.5f, points.Length - 1 - index);
            points[index] = new PathPoint(path[index], width * Shape.Step(-1.2f, 1.4f, index), ends);
        }

        return points;
    }

    private static void FillBlade(Radiograph film, Vector2 a, Vector2 b, Vector2 c, float amount)
    {
        var turn = Cross(b - a, c - a) < 0 ? -1f : 1f;
        float Edge(Vector2 from, Vector2 to, float x, float y) => turn * Cross(to - from, new Vector2(x, y) - from) / Vector2.Distance(from, to);
        var low = Vector2.Min(a, Vector2.Min(b, c));
        var high = Vector2.Max(a, Vector2.Max(b, c));
        film.Fill(low, high, (x, y) => amount * Shape.Step(-.3f, .6f, MathF.Min(Edge(a, b, x, y), MathF.Min(Edge(b, c, x, y), Edge(c, a, x, y)))));
    }

    private static float Cross(Vector2 a, Vector2 b) => (a.X * b.Y) - (a.Y * b.X);
}
