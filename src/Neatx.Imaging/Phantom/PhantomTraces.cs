using System.Numerics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Devices;
using Neatx.Imaging.Phantom.Exposure;

namespace Neatx.Imaging.Phantom;

/// <summary>Where the tubes of a scene lie, known without rendering it: what an expert would draw along them.</summary>
public static class PhantomTraces
{
    /// <summary>The most points of a line.</summary>
    public const int MostPoints = 24;

    /// <summary>The line along each tube that the scene shows: points in shares of width and height, from the upper left corner, on the film only.</summary>
    public static IReadOnlyDictionary<PhantomRegion, IReadOnlyList<Vector2>> Of(PhantomScene scene)
    {
        var film = new Radiograph(scene, Positioning.Of(scene), PhantomRenderer.SmallestSize, withMasks: false);
        Tubes.Draw(film, new Chest(scene, film.Pose, film.Softness));
        return film.Traces.Select(trace => (trace.Key, Line: Thin([.. trace.Value.Where(IsOnFilm)])))
            .Where(trace => trace.Line.Length > 1)
            .ToDictionary(trace => trace.Key, trace => (IReadOnlyList<Vector2>)trace.Line);
    }

    private static bool IsOnFilm(Vector2 point) => point.X is >= 0 and <= 1 && point.Y is >= 0 and <= 1;

    private static Vector2[] Thin(Vector2[] line) => line.Length <= MostPoints
        ? line
        : [.. Enumerable.Range(0, MostPoints).Select(index => line[index * (line.Length - 1) / (MostPoints - 1)])];
}
