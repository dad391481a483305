using System.Numerics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>A tracheostomy tube: short and wide, from the neck plate over a bend to the middle of the windpipe; both walls are seen.</summary>
internal static class TracheostomyTube
{
    public static void Draw(Radiograph film, Chest chest, float contrast)
    {
        var random = film.Scene.Stream(PhantomPart.Tracheostomy);
        var neck = random.Between(-14.6, -13);
        var tip = Math.Min(chest.Airway.Carina.Y - random.Between(2.2, 4), neck + random.Between(5.6, 7.4));
        var lean = random.Around(.35, .3) * random.Side();
        var mask = film.Mask(PhantomRegion.TracheostomyTube);
        Vector2 At(float y, float x) => chest.Airway.At(y) + new Vector2(x, 0);
        var path = Spline.Through([At(neck, lean), At(neck + 1.2f, lean * 1.15f), At((neck + tip) / 2, lean * .6f), At(tip, 0)], .3f);
        film.Trace(PhantomRegion.TracheostomyTube, path);
        film.Draw(path, Profile.Tube(.56, .17, 2.6 * contrast * Matter.Plastic, .1 * contrast, film.Blur), mask: mask);

        // The connector end on, and the plate that is tied round the neck.
        var ring = Profile.Rod(.13, 1.9 * contrast, film.Blur);
        film.Draw(Oval(At(neck - .1f, lean), .78f, .62f), ring, mask: mask);
        var plate = Profile.Rod(.32, .32 * contrast, film.Blur);
        var (left, right) = (random.Between(2.2, 3), random.Between(2.2, 3));
        film.Draw(Spline.Through([At(neck - .35f, lean - left), At(neck + .05f, lean), At(neck - .35f, lean + right)]), plate, mask: mask);
    }

    private static Vector2[] Oval(Vector2 centre, float a, float b) =>
        [.. Enumerable.Range(0, 17).Select(step => centre + new Vector2(a * MathF.Cos(MathF.Tau * step / 16), b * MathF.Sin(MathF.Tau * step / 16)))];
}
