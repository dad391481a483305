using System.Numerics;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>Breasts, gas in stomach and bowel.</summary>
internal static class SoftTissue
{
    public static void DrawBreasts(Radiograph film, Habitus habitus)
    {
        if (!habitus.IsFemale) return;
        var random = film.Scene.Stream(PhantomPart.Breasts);
        var size = Math.Clamp(random.Around(1 + (.16 * habitus.Fat), .16), .6f, 1.6f);
        var sag = random.Around(1.5 + (.04 * (habitus.Age - 30)), 1);
        foreach (var side in (int[])[-1, 1])
        {
            var radius = (6.4f * size) + random.Around(0, .25);
            var centre = new Vector2(side * (9.3f + random.Around(0, .3)), 3.4f + sag + random.Around(0, .3));
            var breast = new Ellipsoid(centre, radius * 1.02f, radius, 0, 5f * size);
            var softness = film.Softness + .05f;
            film.Fill(centre - new Vector2(radius * 1.2f), centre + new Vector2(radius * 1.2f), (x, y) =>
            {
                // It hangs: thin above, and thicker to the side.
                var (below, beside) = (Shape.Step(-.9f, .35f, (y - centre.Y) / radius), Shape.Step(-1f, 1f, side * (x - centre.X) / radius));
                return Matter.Soft * breast.Chord(x, y, softness) * below * (.75f + (.25f * beside));
            });
        }
    }

    public static void DrawGas(Radiograph film, Chest chest)
    {
        var random = film.Scene.Stream(PhantomPart.Abdomen);
        var softness = film.Softness + .03f;
        var dome = chest.Left.DomeTop;
        if (random.NextBool(.75))
        {
            var bubble = new Ellipsoid(
                new Vector2(random.Around(6.3, .9), dome + random.Around(2.6, .4)),
                random.Between(1.6, 3.2),
                random.Between(1, 1.9),
                random.Around(-.1, .2),
                random.Between(3.5, 6.5));
            var level = chest.Habitus.IsBedside ? 99 : bubble.Centre.Y + random.Between(-.2, 1);
            film.Fill(bubble.Centre - new Vector2(4), bubble.Centre + new Vector2(4), (x, y) =>
                -.8f * Matter.Soft * bubble.Chord(x, y, softness) * (1 - Shape.Step(level - .08f, level + .08f, y)));
        }

        var loops = random.NextInt(7);
        for (var loop = 0; loop < loops; loop++)
        {
            var left = random.NextBool(.7);
            var centre = new Vector2(left ? random.Between(4, 13) : -random.Between(1, 10), dome + random.Between(left ? 4.5 : 7, 12));
            var gas = new Ellipsoid(centre, random.Between(.8, 2), random.Between(.6, 1.1), random.Between(-1.5, 1.5), random.Between(1.5, 3.5));
            film.Fill(centre - new Vector2(2.4f), centre + new Vector2(2.4f), (x, y) => -.75f * Matter.Soft * gas.Chord(x, y, softness + .08f));
        }
    }
}
