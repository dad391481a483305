using System.Numerics;
using System.Runtime.InteropServices;
using Neatx.Core.Statistics;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>The blood vessels of a lung: they leave the hilum, fork, and fade towards the chest wall. They are drawn only where lung is.</summary>
internal sealed class VesselTree(Radiograph film, Lung lung, Vector2 hilum)
{
    private const float Thinnest = .04f;
    private readonly Dictionary<int, Profile> _profiles = [];
    private readonly List<PathPoint> _path = [];
    private readonly float _floor = lung.DomeTop;
    private readonly float _vascularity = Vascularity(film.Scene);
    private RandomStream _random = film.Scene.Stream(PhantomPart.Vessels, 2 + lung.Side);

    public void Draw()
    {
        // The hilum itself: artery and veins end on.
        for (var part = 0; part < 8; part++)
        {
            var at = hilum + new Vector2(_random.Around(.2, .7) * lung.Side, _random.Around(.4, 1.4));
            Stroke([at, at + new Vector2(lung.Side * _random.Between(.3, 1.2), _random.Between(.4, 1.6))], .5f, .4f);
        }

        // Upwards to downwards; most of the blood goes down.
        ReadOnlySpan<float> angles = [-1.45f, -1.2f, -.95f, -.7f, -.35f, .05f, .4f, .62f, .82f, 1, 1.15f, 1.3f, 1.42f];
        foreach (var angle in angles)
        {
            // Lying down fills the vessels of the upper lobes.
            var filling = film.Scene.View == PhantomView.AnteroPosterior && angle < 0 ? 1.2f : 1;
            var radius = filling * (angle > 0 ? _random.Between(.2, .38) : _random.Between(.16, .28));
            var start = hilum + new Vector2(lung.Side * _random.Between(-.6, .9), _random.Around(.5, .8) + (1.3f * angle));
            Branch(start, angle + _random.Around(0, .16), radius, 0);
        }
    }

    /// <summary>How full the vessels are, the same on both sides.</summary>
    private static float Vascularity(PhantomScene scene)
    {
        var random = scene.Stream(PhantomPart.Vessels);
        return random.Between(1.5, 2.4);
    }

    private void Branch(Vector2 at, float angle, float radius, int generation)
    {
        while (true)
        {
            var length = radius * _random.Between(6, 11) + _random.Between(.3, .9);
            var steps = Math.Max(2, (int)(length / .5f));
            var bend = _random.Around(0, .38);
            _path.Clear();
            _path.Add(new PathPoint(at, 1, generation == 0 ? 0 : 1));
            var (end, direction) = (at, angle);
            for (var step = 0; step < steps; step++)
            {
                direction += (bend / steps) + _random.Around(0, .09);
                end += length / steps * new Vector2(lung.Side * MathF.Cos(direction), MathF.Sin(direction));
                _path.Add(new PathPoint(end, 1 - (.18f * (step + 1) / steps)));
            }

            Stroke(CollectionsMarshal.AsSpan(_path), radius);
            var x = end.X * lung.Side;
            if (generation > 7 || x > lung.Lateral(end.Y) - .6f || end.Y < lung.Apex + .8f || end.Y > _floor + 3.5f || x < .8f) return;
            var (thick, thin) = (radius * _random.Between(.76, .88), radius * _random.Between(.5, .74));
            var fork = _random.Side() * _random.Between(.25, .5);
            if (thin >= Thinnest) Branch(end, direction - fork, thin, generation + 1);
            if (thick < Thinnest) return;
            (at, angle, radius, generation) = (end, direction + (fork * .45f), thick, generation + 1);
        }
    }

    private void Stroke(ReadOnlySpan<Vector2> points, float radius, float amount)
    {
        _path.Clear();
        foreach (var point in points) _path.Add(new PathPoint(point, 1, _path.Count == 0 ? 0 : amount));
        Stroke(CollectionsMarshal.AsSpan(_path), radius);
    }

    private void Stroke(ReadOnlySpan<PathPoint> path, float radius)
    {
        // A profile for each step of a sixth of an octave: neighbours look the same.
        var size = (int)MathF.Round(6 * MathF.Log2(radius / Thinnest));
        if (!_profiles.TryGetValue(size, out var profile))
        {
            var drawn = Thinnest * MathF.Pow(2, size / 6f);
            _profiles.Add(size, profile = Profile.Rod(drawn, _vascularity * (Matter.Soft - Matter.Lung), film.Blur));
        }

        film.Draw(path, profile, film.Lung);
    }
}
