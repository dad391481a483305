using System.Numerics;
using Neatx.Core.Statistics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>
/// A chest drain: from outside the body through the gap between two ribs at the side, then up to the apex (for air) or down behind the
/// diaphragm (for fluid). An opaque stripe runs along it, broken by the sentinel eye, the side hole that must lie inside the chest.
/// </summary>
internal static class ChestDrain
{
    public static void Draw(Radiograph film, Chest chest, float contrast)
    {
        var random = film.Scene.Stream(PhantomPart.ChestDrain);
        var side = random.Side();
        var toApex = random.NextBool(film.Scene.Shows(PhantomFindings.Effusion) && !film.Scene.Shows(PhantomFindings.Pneumothorax) ? .3 : .75);
        // Where there is air to drain, the drain is on that side; nine in ten are.
        if (chest.Pneumothorax is { } air && random.NextBool(.9)) side = air.Side;
        var path = Path(chest, side, toApex, ref random);
        var radius = random.Between(.36, .48);
        var offset = random.Side() * random.Between(.4, .62) * radius;
        var wall = Profile.Tube(radius, .11, 2.7 * contrast * Matter.Plastic, .09 * contrast, film.Blur);
        var stripe = Stripe.Of(offset, .1f, 1.2f * contrast * Matter.Barium, film.Blur);
        film.Trace(PhantomRegion.ChestDrain, path);
        film.Draw(path, wall, mask: film.Mask(PhantomRegion.ChestDrain));
        film.Draw(Stripe.WithGaps(path, [(random.Between(3, 5.5), random.Between(.7, 1.1))]), stripe);
    }

    private static List<Vector2> Path(Chest chest, int side, bool toApex, ref RandomStream random)
    {
        var lung = chest.Lung(side);
        var entry = RibCage.LateralGap(random.NextBool(.5) ? 4 : random.NextBool() ? 5 : 6) + random.Between(-.3, .3);
        var wall = lung.Lateral(entry);
        var slant = random.Between(.2, 1.1);
        var knots = new List<Vector2>
        {
            new(wall + random.Between(12, 15), entry + (slant * 9) + random.Between(0, 6)),
            new(wall + 3.2f, entry + (slant * 2.4f)),
            new(wall + .4f, entry),
        };
        if (toApex)
        {
            var tip = new Vector2(random.Between(3.6, 7.2), lung.Apex + random.Between(1.2, 4));
            var middle = (entry + tip.Y) / 2;
            knots.Add(new Vector2(wall - random.Between(1.3, 3), entry - (1.4f + (.3f * slant))));
            knots.Add(new Vector2(Math.Max(tip.X + 1, lung.Lateral(middle) - random.Between(1.2, 4.5)), middle));
            knots.Add(tip + new Vector2(random.Between(.3, 1.4), random.Between(1.6, 2.6)));
            knots.Add(tip);
        }
        else
        {
            var floor = lung.DomeTop;
            knots.Add(new Vector2(wall - random.Between(1.8, 3), entry + random.Between(.8, 2)));
            knots.Add(new Vector2(random.Between(7.5, 9.5), floor - random.Between(.2, 2)));
            knots.Add(new Vector2(random.Between(3.6, 5.6), floor + random.Between(-.5, 1.8)));
        }

        return Spline.Through([.. knots.Select(knot => new Vector2(side * knot.X, knot.Y))], .3f);
    }
}
