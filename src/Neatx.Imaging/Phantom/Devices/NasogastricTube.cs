using System.Numerics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>A nasogastric tube: thin, down the oesophagus behind the heart, through the diaphragm, its tip in the stomach.</summary>
internal static class NasogastricTube
{
    public static void Draw(Radiograph film, Chest chest, float contrast)
    {
        var random = film.Scene.Stream(PhantomPart.Nasogastric);
        var behind = film.Pose.Shift(-3);
        var floor = Math.Max(chest.Left.DomeTop, chest.Left.Diaphragm(2));
        Vector2 At(float x, float y) => new(x + behind, y);
        var knots = new List<Vector2>
        {
            At(random.Around(0, .3), -24),
            At(random.Around(.1, .3), -15),
            At(random.Around(.35, .25), -9.5f),
            At(random.Around(.1, .25), -4),
            At(random.Around(.35, .3), 2),
            At(random.Around(1, .3), 7.5f),
            At(random.Around(2.1, .3), floor + .8f),
        };
        var coils = random.NextBool(.25);
        knots.Add(At(random.Around(4.2, .4), floor + random.Between(3, 4.2)));
        if (coils)
        {
            knots.Add(At(random.Around(6.8, .5), floor + 4.2f));
            knots.Add(At(random.Around(7.2, .5), floor + 2.4f));
        }
        else if (random.NextBool(.6))
        {
            knots.Add(At(random.Around(4.4, .6), floor + 5.8f));
            knots.Add(At(random.Around(2.4, .8), floor + 7.6f));
        }

        var path = Spline.Through([.. knots], .3f);
        var radius = random.Between(.17, .24);
        film.Trace(PhantomRegion.NasogastricTube, path);
        film.Draw(path, Profile.Tube(radius, .06, 1.3 * contrast * Matter.Plastic, 0, film.Blur), mask: film.Mask(PhantomRegion.NasogastricTube));
        var holes = new[] { (random.Between(1.2, 1.6), .35f), (random.Between(2.6, 3), .35f), (random.Between(4, 4.5), .35f) };
        film.Draw(Stripe.WithGaps(path, holes), Stripe.Of(random.Side() * .5f * radius, .055f, 1.15f * contrast * Matter.Barium, film.Blur));
        if (random.NextBool(.2))
        {
            // Some feeding tubes end in a weight.
            var weight = Profile.Rod(.22, 5 * contrast, film.Blur);
            film.Draw(path[^7..], weight);
        }
    }
}
