using System.Numerics;
using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Devices;
using Neatx.Imaging.Phantom.Disease;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Exposure;

namespace Neatx.Imaging.Phantom;

/// <summary>
/// Renders phantom chest films: attenuation along each ray through a simple body, then scatter, grain and the response of a film. A scene
/// is the same at every size; a larger film shows finer detail. One film is rendered on one thread; render many films in parallel.
/// </summary>
public static class PhantomRenderer
{
    /// <summary>The smallest film, pixels a side.</summary>
    public const int SmallestSize = 64;

    /// <summary>The largest film, pixels a side.</summary>
    public const int LargestSize = 3_000;

    /// <summary>Renders a scene. The same scene and size give the same bytes.</summary>
    /// <param name="size">Width and height in pixels, <see cref="SmallestSize"/> to <see cref="LargestSize"/>.</param>
    /// <param name="withMasks">Whether masks are made, too.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of range.</exception>
    public static PhantomFilm Render(PhantomScene scene, int size, bool withMasks = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, SmallestSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestSize);
        var film = new Radiograph(scene, Positioning.Of(scene), size, withMasks);
        var chest = new Chest(scene, film.Pose, film.Softness);
        chest.Fill(film);
        DrawAnatomy(film, chest);
        Clutter.Draw(film, chest);
        Tubes.Draw(film, chest);
        Marker.Draw(film);
        var pixels = new FilmResponse(scene, chest.Habitus).Develop(film, new Collimation(scene));
        return new PhantomFilm(scene, size, pixels, Landmarks(film, chest), film.Masks);
    }

    private static PhantomLandmarks Landmarks(Radiograph film, Chest chest)
    {
        var carina = film.ToPixel(chest.Airway.Carina);
        var stomach = film.ToPixel(new Vector2(2, chest.Left.Diaphragm(2)));
        return new PhantomLandmarks(carina.X, carina.Y, stomach.Y, chest.Heart.Ratio);
    }

    private static void DrawAnatomy(Radiograph film, Chest chest)
    {
        AddTexture(film);
        new VesselTree(film, chest.Right, new Vector2(-3.3f, -1.2f)).Draw();
        new VesselTree(film, chest.Left, new Vector2(3.5f, -2.1f)).Draw();
        Opacities.Draw(film, chest);
        chest.Airway.Draw(film);
        SoftTissue.DrawGas(film, chest);
        new Spine(chest.Habitus).Draw(film);
        chest.Ribs.Draw(film);
        new Shoulders(chest.Habitus, chest.Habitus.HalfWidth + 5, chest.ArmSpread).Draw(film);
        SoftTissue.DrawBreasts(film, chest.Habitus);
        chest.Pneumothorax?.DrawEdge(film);
    }

    /// <summary>What is too fine in a lung to be drawn vessel by vessel.</summary>
    private static void AddTexture(Radiograph film)
    {
        ReadOnlySpan<(float Spacing, float Deviation)> octaves = [(1.4f, .035f), (.5f, .028f), (.2f, .022f), (.09f, .014f)];
        Span<float> row = new float[film.Size];
        var layers = new List<LatticeNoise>();
        for (var octave = 0; octave < octaves.Length; octave++)
        {
            if (octaves[octave].Spacing < .6f * film.Pitch) break;
            layers.Add(new LatticeNoise(octaves[octave].Spacing, octaves[octave].Deviation, film.Scene.Stream(PhantomPart.Texture, octave)));
        }

        for (var y = 0; y < film.Size; y++)
        {
            row.Clear();
            foreach (var layer in layers) layer.AddRow(film.First + (y * film.Pitch), film.First, film.Pitch, 1, row);
            var line = film.Attenuation.AsSpan(y * film.Size, film.Size);
            var lung = film.Lung.AsSpan(y * film.Size, film.Size);
            for (var x = 0; x < line.Length; x++) line[x] += row[x] * lung[x];
        }
    }
}
