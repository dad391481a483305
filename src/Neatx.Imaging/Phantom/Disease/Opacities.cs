using System.Numerics;
using Neatx.Core.Statistics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Disease;

/// <summary>Shadows that are no finding here and that a reader must see past: patches of infiltrate, bands of collapsed lung, nodules, old specks of chalk.</summary>
internal static class Opacities
{
    public static void Draw(Radiograph film, Chest chest)
    {
        var random = film.Scene.Stream(PhantomPart.Opacity);
        var ill = chest.Habitus.IsBedside ? 2 : 1;
        var (patches, bands, nodules, specks) = (random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble());
        if (patches < .09 * ill) Patch(film, chest, random.Side(), ref random);
        if (patches < .03 * ill) Patch(film, chest, random.Side(), ref random);
        if (bands < .08 * ill) Band(film, chest, random.Side(), ref random);
        if (nodules < .07) Round(film, chest, random.Between(.3, 1.3), random.Between(.6, 1.3), ref random);
        if (specks < .1) Round(film, chest, random.Between(.12, .25), random.Between(2, 4), ref random);
    }

    private static Vector2 Somewhere(Chest chest, int side, ref RandomStream random)
    {
        var lung = chest.Lung(side);
        var y = random.Between(lung.Apex + 3, lung.DomeTop - 1);
        return new Vector2(side * (lung.Medial(y) + ((lung.Lateral(y) - lung.Medial(y)) * random.Between(.3, .85))), y);
    }

    private static void Patch(Radiograph film, Chest chest, int side, ref RandomStream random)
    {
        var centre = Somewhere(chest, side, ref random) + new Vector2(0, 1.5f);
        var extent = random.Between(2, 4.5);
        var amount = random.Between(.15, .5);
        var cloud = new LatticeNoise(.9f, 1, film.Scene.Stream(PhantomPart.Opacity, 1));
        film.Fill(centre - new Vector2(2 * extent), centre + new Vector2(2 * extent), film.Lung, (x, y) =>
        {
            var square = Vector2.DistanceSquared(new Vector2(x, y), centre) / (extent * extent);
            return square > 4 ? 0 : amount * MathF.Exp(-square) * Math.Max(0, 1 + (.55f * cloud.At(new Vector2(x, y))));
        });
    }

    private static void Band(Radiograph film, Chest chest, int side, ref RandomStream random)
    {
        var lung = chest.Lung(side);
        var from = new Vector2(side * random.Between(5, 8), lung.DomeTop - random.Between(.8, 3.5));
        var length = random.Between(2.5, 5);
        var to = from + (length * new Vector2(side * .95f, random.Around(0, .25)));
        var path = Spline.Through([from, ((from + to) / 2) + new Vector2(0, random.Around(0, .3)), to], .3f);
        var profile = Profile.Rod(random.Between(.12, .35), random.Between(.35, .8), film.Blur);
        film.Draw([.. path.Select((at, index) => new PathPoint(at, 1, Shape.Step(-1f, 3f, Math.Min(index, path.Count - 1 - index))))], profile, film.Lung);
    }

    private static void Round(Radiograph film, Chest chest, float radius, float perCentimetre, ref RandomStream random)
    {
        var centre = Somewhere(chest, random.Side(), ref random);
        var body = new Ellipsoid(centre, radius, radius * random.Between(.8, 1), random.Between(0, 3), 2 * radius);
        var (attenuation, softness) = (perCentimetre * Matter.Soft, film.Softness + (.12f * radius));
        film.Fill(centre - new Vector2(2 * radius), centre + new Vector2(2 * radius), (x, y) => attenuation * body.Chord(x, y, softness));
    }
}
