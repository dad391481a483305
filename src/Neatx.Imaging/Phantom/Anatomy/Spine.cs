using System.Numerics;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>The vertebrae from the neck to the loins: bodies with dense end plates, discs between them, pedicles and spinous processes.</summary>
internal sealed class Spine(Habitus habitus)
{
    /// <summary>How far behind the middle of the chest it stands.</summary>
    public const float DepthBehind = -5;

    public void Draw(Radiograph film)
    {
        var random = film.Scene.Stream(PhantomPart.Spine);
        var shift = film.Pose.Shift(DepthBehind);
        var bend = random.Around(0, .25);
        var density = habitus.BoneDensity;
        var bodies = new Curve(-24, 26, y => Body(y, density), 2048);
        var halves = new Curve(-24, 26, y => 1.25 + (.032 * (y + 14)) + (.14 * Waist(y)));
        float Middle(float y) => shift + (bend * MathF.Sin(.22f * (y + 2)));
        var softness = film.Softness;
        film.Fill(new Vector2(shift - 3.5f, -24), new Vector2(shift + 3.5f, 26), (x, y) =>
        {
            var half = halves[y];
            var t = (x - Middle(y)) / half;
            var q = 1 - (t * t);
            if (q < -.5f) return 0;
            var rim = MathF.Exp(-MathF.Pow((MathF.Abs(t) - .93f) / .07f, 2));
            return (bodies[y] * Shape.SoftRoot(q, softness * 2 / half)) + (.04f * density * rim);
        });

        var ring = Profile.Bone(.13, .5, .1, .13 * density, .05 * density, film.Blur);
        var process = Profile.Rod(.22, .17 * density, film.Blur);
        for (var number = -4; number <= 16; number++)
        {
            var y = RibCage.Vertebra(number);
            var middle = Middle(y);
            var half = halves[y];
            foreach (var side in (int[])[-1, 1]) film.Draw(Oval(new Vector2(middle + (side * .62f * half), y - .35f), .3f, .42f), ring, .8f);
            film.Draw((Vector2[])[new(middle, y + .2f), new(middle + (.05f * random.Side()), y + 1.25f)], process);
            // Transverse processes, which carry the ribs.
            foreach (var side in (int[])[-1, 1])
                film.Draw((Vector2[])[new(middle + (side * .9f * half), y - .3f), new(middle + (side * (half + 1.3f)), y - .65f)], process, .55f);
        }
    }

    private static List<Vector2> Oval(Vector2 centre, float a, float b)
    {
        var points = new List<Vector2>();
        for (var step = 0; step <= 14; step++)
        {
            var angle = 2 * MathF.PI * step / 14;
            points.Add(centre + new Vector2(a * MathF.Cos(angle), b * MathF.Sin(angle)));
        }

        return points;
    }

    /// <summary>Where in its vertebra a height lies: -.5 upper end of the disc above, 0 middle, .5 lower end.</summary>
    private static double Within(double y)
    {
        // Solves Vertebra(n) = y.
        var n = 1 + ((-2.12 + Math.Sqrt(Math.Max(0, (2.12 * 2.12) + (4 * .042 * (y + 14.1))))) / (2 * .042));
        return n - Math.Round(n);
    }

    private static double Waist(double y) => Math.Pow(Math.Abs(2 * Within(y)), 2);

    /// <summary>What bone adds at the middle of the spine, by height.</summary>
    private static double Body(double y, double density)
    {
        var within = Math.Abs(Within(y));
        var bone = 1 - Shape.Step(.38, .45, within);
        var plate = Math.Exp(-Math.Pow((within - .38) / .035, 2));
        return density * ((.11 * bone) + (.075 * plate) + .05);
    }
}
