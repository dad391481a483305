using System.Numerics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>An endotracheal tube: down the windpipe, its tip some 2 to 6 cm above the fork; a thin opaque line along one wall.</summary>
internal static class EndotrachealTube
{
    public static void Draw(Radiograph film, Chest chest, float contrast)
    {
        var random = film.Scene.Stream(PhantomPart.Endotracheal);
        var tip = chest.Airway.Carina.Y - random.Between(1.6, 6.2);
        var (lean, bow) = (random.Around(0, .18), random.Around(0, .25));
        var path = new List<Vector2>();
        for (var y = -24f; y < tip; y += .3f)
            path.Add(chest.Airway.At(y) + new Vector2((lean * (y - tip) / 12) + (bow * MathF.Sin((y - tip) / 4)), 0));
        path.Add(chest.Airway.At(tip));
        var side = random.Side();
        film.Trace(PhantomRegion.EndotrachealTube, path);
        film.Draw(path, Profile.Tube(.43, .09, 1.1 * contrast * Matter.Plastic, 0, film.Blur), mask: film.Mask(PhantomRegion.EndotrachealTube));
        film.Draw(path, Stripe.Of(side * .33f, .06f, contrast * Matter.Barium, film.Blur));
    }
}
