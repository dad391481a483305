using System.Numerics;
using System.Runtime.InteropServices;
using Neatx.Core.Statistics;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Anatomy;

/// <summary>The blood vessels of a lung: they leave the hilum, fork, and fade towards the chest wall. They are drawn only where lung is.</summary>
internal sealed class VesselTree(Radiograph film, Lung lung, Vector2 hilum)
{
    private const float Thinnest = .045f;
    private readonly Dictionary<int, Profile> _profiles = [];
    private readonly List<PathPoint> _path = [];
    private readonly float _floor = lung.DomeTop;
    private RandomStream _random = new(film.Scene.Seed, ((ulong)PhantomPart.Vessels << 8) + (ulong)(lung.Side + 1));

    public void Draw()
    {
        // The hilum itself: artery and veins end on.
        for (var part = 0; part < 5; part++)
        {
            var at = hilum + new Vector2(_random.Around(0, .6) * lung.Side, _random.Around(.4, 1.3));
            Stroke([at, at + new Vector2(lung.Side * _random.Between(.3, 1.2), _random.Between(.4, 1.6))], .45f, .3f);
        }

        ReadOnlySpan<float> angles = [-1.35f, -.95f, -.55f, -.2f, .15f, .45f, .75f, 1.02f, 1.28f];
        foreach (var angle in angles)
        {
            var radius = (angle > 0 ? _random.Between(.26, .4) : _random.Between(.19, .3)) * (film.Scene.View == PhantomView.AnteroPosterior && angle < 0 ? 1.2f : 1);
            var start = hilum + new Vector2(lung.Side * _random.Between(-.3, .5), _random.Around(.5, .7) + (.8f * angle));
            Branch(start, angle + _random.Around(0, .1), radius, 0);
        }
    }

    private void Branch(Vector2 at, float angle, float radius, int generation)
    {
        while (true)
        {
            var length = radius * _random.Between(6, 11) + _random.Between(.3, .9);
            var steps = Math.Max(2, (int)(length / .5f));
            var bend = _random.Around(0, .25);
            _path.Clear();
            _path.Add(new PathPoint(at, 1));
            var (end, direction) = (at, angle);
            for (var step = 0; step < steps; step++)
            {
                direction += (bend / steps) + _random.Around(0, .06);
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
        foreach (var point in points) _path.Add(new PathPoint(point, 1, amount));
        Stroke(CollectionsMarshal.AsSpan(_path), radius);
    }

    private void Stroke(ReadOnlySpan<PathPoint> path, float radius)
    {
        // A profile for each step of a sixth of an octave: neighbours look the same.
        var size = (int)MathF.Round(6 * MathF.Log2(radius / Thinnest));
        if (!_profiles.TryGetValue(size, out var profile))
        {
            var drawn = Thinnest * MathF.Pow(2, size / 6f);
            _profiles.Add(size, profile = Profile.Rod(drawn, 1.15 * (Matter.Soft - Matter.Lung), film.Blur));
        }

        film.Draw(path, profile, film.Lung);
    }
}
