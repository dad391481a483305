using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>Plastic tubing that lies on the patient: two walls and no opaque stripe, as wide as a drain but not in the chest.</summary>
internal static class OxygenTubing
{
    public static void Draw(Radiograph film)
    {
        var random = film.Scene.Stream(PhantomPart.Clutter, 2);
        var side = random.Side();
        var path = Spline.Through(
            [
                new(side * random.Between(1, 5), -23),
                new(side * random.Between(4, 8), -13),
                new(side * random.Between(5, 11), random.Between(-6, -1)),
                new(side * random.Between(9, 15), random.Between(4, 9)),
                new(side * random.Between(13, 19), 23),
            ],
            .4f);
        film.Draw(path, Profile.Tube(random.Between(.27, .36), .08, 1.2 * Matter.Plastic, 0, film.Blur));
    }
}
