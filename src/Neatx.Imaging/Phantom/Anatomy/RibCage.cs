using System.Numerics;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>
/// Twelve pairs of ribs as curves in space: from the spine backwards and out, round the side, and down to the front, where bone ends in
/// cartilage that the beam does not see. Where a rib runs along the beam, at the side of the chest, its shadow is densest.
/// </summary>
internal sealed class RibCage(Habitus habitus, Lung right, Lung left)
{
    private const int Ribs = 12;

    /// <summary>The height of a vertebra's middle; 1 is the uppermost with a rib.</summary>
    public static float Vertebra(float number) => -14.1f + (2.12f * (number - 1)) + (.042f * (number - 1) * (number - 1));

    /// <summary>Draws all ribs.</summary>
    public void Draw(Radiograph film)
    {
        var random = film.Scene.Stream(PhantomPart.Ribs);
        var dense = Matter.DenseBone * habitus.BoneDensity;
        var spongy = Matter.SpongyBone * habitus.BoneDensity;
        var profile = Profile.Bone(.62, .36, .12, dense, spongy, film.Blur);
        var common = random.Around(0, .25);
        var slope = random.Around(0, .9) - (.25f * habitus.Breath);
        for (var rib = 1; rib <= Ribs; rib++)
        {
            var height = common + random.Around(0, .1);
            foreach (var lung in (Lung[])[right, left])
            {
                var own = random.Around(0, .12);
                film.Draw(Path(film.Pose, lung, rib, height + own, slope), profile);
            }
        }
    }

    /// <summary>The height of the gap between two ribs at the side of the chest: below rib <paramref name="rib"/>.</summary>
    public static float LateralGap(int rib) => Vertebra(rib) + (.5f * Drop(rib, 0)) + 1.1f;

    private static float Drop(int rib, float slope) => rib switch
    {
        1 => 3.4f,
        2 => 5.4f,
        3 => 7.6f + (.5f * slope),
        _ => 8.8f + slope + (.28f * Math.Min(rib - 4, 5)),
    };

    private PathPoint[] Path(Pose pose, Lung lung, int rib, float height, float slope)
    {
        var top = Vertebra(rib) - .5f + height;
        var drop = Drop(rib, slope) * (rib > 10 ? 1.5f : 1);
        var lateralY = top + (.5f * drop);
        var lateral = Math.Max(rib == 1 ? 5.6f : 0, lung.Lateral(Math.Min(lateralY, 13)) + .05f);
        var end = rib switch
        {
            1 => 2.55f,
            <= 7 => 2.52f - (.03f * rib),
            8 or 9 or 10 => 2.25f - (.12f * (rib - 8)),
            11 => 1.05f,
            _ => .65f,
        };
        // The lowest two end free, and point down.
        var half = .5f * habitus.Depth + .4f;
        const int Steps = 40;
        var points = new PathPoint[Steps + 1];
        for (var step = 0; step <= Steps; step++)
        {
            var angle = .13f + ((end - .13f) * step / Steps);
            var at = Space(angle, lateral, top, drop, half);
            var ahead = Space(angle + .02f, lateral, top, drop, half);
            var tangent = Vector3.Normalize(ahead - at);
            // Along the beam the way through the bone is longer, though never longer than the bend allows.
            var seen = MathF.Sqrt(Math.Max(.0f, 1 - (tangent.Z * tangent.Z)));
            var amount = 1 / Math.Max(.36f, seen);
            var front = Shape.Step(1.7f, 2.4f, angle);
            amount *= 1 - (.35f * front);
            // Bone ends in cartilage; at the spine the neck of the rib is slimmer.
            amount *= rib > 10 ? 1 - Shape.Step(end - .12f, end, angle) : 1 - Shape.Step(end - .05f, end, angle);
            amount *= Shape.Step(-1f, 5f, step) * (rib >= 10 ? .7f : 1);
            var width = (rib == 1 ? .95f : rib > 10 ? .75f : 1) * Flat(tangent) * (.84f + (.16f * Shape.Step(.1f, .5f, angle)) + (.22f * front));
            points[step] = new PathPoint(new Vector2((lung.Side * at.X) + pose.Shift(at.Z), at.Y), width, amount);
        }

        return points;
    }

    /// <summary>A rib is a band upright on the chest wall: from behind its height is seen, at the side its thickness.</summary>
    private static float Flat(Vector3 tangent)
    {
        const float Thickness = .42f;
        var across = tangent.X * tangent.X / ((tangent.X * tangent.X) + (tangent.Y * tangent.Y));
        return MathF.Sqrt(across + (Thickness * Thickness * (1 - across)));
    }

    private static Vector3 Space(float angle, float lateral, float top, float drop, float half)
    {
        var beyond = Math.Max(0, angle - 1.5f);
        return new Vector3(
            lateral * MathF.Pow(MathF.Max(0, MathF.Sin(angle)), .92f),
            top + (drop * (1 - MathF.Cos(angle)) / 2) + (.9f * beyond * beyond) - (.5f * MathF.Sin(Math.Min(angle * 2, MathF.PI))),
            -half * MathF.Cos(angle));
    }
}
