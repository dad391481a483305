using System.Numerics;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>The air in the windpipe, which the aortic arch pushes a little to the right, its fork, and the two main branches.</summary>
internal sealed class Airway
{
    private readonly List<Vector2> _trachea;

    public Airway(PhantomScene scene, Pose pose)
    {
        var random = scene.Stream(PhantomPart.Airway);
        var push = random.Around(.45, .2) + (scene.Age > 65 ? .2f : 0);
        var front = pose.Shift(1);
        Carina = new Vector2(-.35f + (.5f * front), random.Around(-4.3, .35));
        Vector2 At(float x, float y) => new(x + front, y);
        _trachea = Spline.Through([At(random.Around(0, .15), -23), At(.05f, -16), At(-.1f, -11), At(-push, -7.2f), Carina]);
    }

    /// <summary>The fork.</summary>
    public Vector2 Carina { get; }

    /// <summary>The middle of the windpipe at a height above the fork.</summary>
    public Vector2 At(float y)
    {
        for (var point = 1; point < _trachea.Count; point++)
        {
            var (above, below) = (_trachea[point - 1], _trachea[point]);
            if (below.Y >= y) return Vector2.Lerp(above, below, Math.Clamp((y - above.Y) / (below.Y - above.Y), 0, 1));
        }

        return Carina;
    }

    public void Draw(Radiograph film)
    {
        var windpipe = Profile.Rod(.88, -Matter.Soft * 1.25, film.Blur);
        var branch = Profile.Rod(.6, -Matter.Soft * 1.1, film.Blur);
        film.Draw(Fading(_trachea, .5f, 1), windpipe);
        var right = Spline.Through([Carina + new Vector2(-.2f, -1.3f), Carina + new Vector2(-1.4f, 1.4f), Carina + new Vector2(-2.9f, 3)]);
        var left = Spline.Through([Carina + new Vector2(.2f, -1.3f), Carina + new Vector2(1.9f, 1.2f), Carina + new Vector2(4.0f, 2.3f)]);
        film.Draw(Fading(right, .6f, .15f), branch);
        film.Draw(Fading(left, .6f, .1f), branch);
    }

    private static PathPoint[] Fading(List<Vector2> path, float first, float last) =>
        [.. path.Select((at, index) =>
        {
            var amount = first + ((last - first) * index / (path.Count - 1f));
            return new PathPoint(at, 1, amount * Shape.Step(-1f, 4f, path.Count - 1 - index));
        })];
}
