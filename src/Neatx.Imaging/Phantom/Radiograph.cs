using System.Numerics;
using System.Runtime.InteropServices;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom;

/// <summary>A film in the making: what the beam has lost at each pixel, where lung with vessels is, and the masks.</summary>
internal sealed class Radiograph
{
    /// <summary>The width of a film, cm.</summary>
    public const float Width = 38.5f;

    /// <summary>How far the detector and the focal spot blur an edge, cm.</summary>
    private const float Unsharpness = .022f;

    private readonly Brush _brush;
    private readonly byte[][]? _masks;
    private readonly List<BrushPoint> _points = [];

    public Radiograph(PhantomScene scene, Pose pose, int size, bool withMasks)
    {
        (Scene, Pose, Size, Pitch) = (scene, pose, size, Width / size);
        Attenuation = new float[size * size];
        Lung = new float[size * size];
        _brush = new Brush(size, size / Width);
        if (withMasks) _masks = [.. Enum.GetValues<PhantomRegion>().Select(_ => new byte[size * size])];
    }

    public PhantomScene Scene { get; }

    public Pose Pose { get; }

    public int Size { get; }

    /// <summary>Centimetres from pixel to pixel.</summary>
    public float Pitch { get; }

    /// <summary>The place of the first pixel's middle, cm.</summary>
    public float First => (Pitch - Width) / 2;

    /// <summary>How far an edge is blurred in the patient's centimetres.</summary>
    public float Softness => ((.5f * Pitch) + Unsharpness) / Pose.Zoom;

    /// <summary>Width of averaging for profiles, in the patient's centimetres.</summary>
    public float Blur => (Pitch + (2 * Unsharpness)) / Pose.Zoom;

    /// <summary>The natural logarithm of what is lost of the beam.</summary>
    public float[] Attenuation { get; }

    /// <summary>How much lung with vessels the beam meets: 0 none, 1 much.</summary>
    public float[] Lung { get; }

    public byte[][]? Masks => _masks;

    public byte[]? Mask(PhantomRegion region) => _masks?[(int)region];

    /// <summary>Draws a path that is given in the patient's centimetres.</summary>
    public void Draw(ReadOnlySpan<PathPoint> path, Profile profile, float[]? weight = null, byte[]? mask = null)
    {
        _points.Clear();
        foreach (var point in path) Add(Pose.ToFilm(point.At), point.Width * Pose.Zoom, point.Amount);
        _brush.Draw(Attenuation, CollectionsMarshal.AsSpan(_points), profile, weight, mask);
    }

    /// <summary>The middle of a tube as it was drawn, in shares of the film, from the upper left corner.</summary>
    public Dictionary<PhantomRegion, Vector2[]> Traces { get; } = [];

    /// <summary>Remembers where a tube lies.</summary>
    public void Trace(PhantomRegion tube, IReadOnlyList<Vector2> path) => Traces[tube] = [.. path.Select(point => (ToPixel(point) + new Vector2(.5f)) / Size)];

    /// <summary>Draws a path of one width and opacity.</summary>
    public void Draw(IReadOnlyList<Vector2> path, Profile profile, float amount = 1, float[]? weight = null, byte[]? mask = null)
    {
        _points.Clear();
        foreach (var point in path) Add(Pose.ToFilm(point), Pose.Zoom, amount);
        _brush.Draw(Attenuation, CollectionsMarshal.AsSpan(_points), profile, weight, mask);
    }

    /// <summary>Draws on the film itself and not on the patient: markers.</summary>
    public void DrawOnFilm(ReadOnlySpan<Vector2> path, Profile profile)
    {
        _points.Clear();
        foreach (var point in path) Add(point, 1, 1);
        _brush.Draw(Attenuation, CollectionsMarshal.AsSpan(_points), profile);
    }

    /// <summary>Adds a field that differs from 0 only within a box of the patient.</summary>
    /// <param name="low">The corner with the least coordinates, patient cm.</param>
    /// <param name="high">The opposite corner.</param>
    /// <param name="field">Attenuation by place in the patient.</param>
    public void Fill(Vector2 low, Vector2 high, Func<float, float, float> field) => Fill(low, high, null, field);

    /// <summary>As above, multiplied by a weight at each pixel.</summary>
    public void Fill(Vector2 low, Vector2 high, float[]? weight, Func<float, float, float> field)
    {
        var corners = (ReadOnlySpan<Vector2>)[Pose.ToFilm(low), Pose.ToFilm(high), Pose.ToFilm(new Vector2(low.X, high.Y)), Pose.ToFilm(new Vector2(high.X, low.Y))];
        var (least, most) = (corners[0], corners[0]);
        foreach (var corner in corners) (least, most) = (Vector2.Min(least, corner), Vector2.Max(most, corner));
        var (left, right) = (Pixel(least.X - .5f), Pixel(most.X + .5f));
        var (top, bottom) = (Pixel(least.Y - .5f), Pixel(most.Y + .5f));
        if (right <= left) return;
        Span<float> x = new float[right - left];
        Span<float> y = new float[right - left];
        for (var row = top; row < bottom; row++)
        {
            Pose.ToPatient(First + (row * Pitch), First + (left * Pitch), Pitch, x, y);
            var start = (row * Size) + left;
            for (var pixel = 0; pixel < x.Length; pixel++)
                Attenuation[start + pixel] += field(x[pixel], y[pixel]) * (weight is null ? 1 : weight[start + pixel]);
        }
    }

    /// <summary>Where a point of the patient is, in pixels.</summary>
    public Vector2 ToPixel(Vector2 patient) => (Pose.ToFilm(patient) - new Vector2(First)) / Pitch;

    private int Pixel(float film) => Math.Clamp((int)MathF.Round((film - First) / Pitch), 0, Size);

    private void Add(Vector2 film, float width, float amount)
    {
        var at = new Vector2((film.X - First) / Pitch, (film.Y - First) / Pitch);
        if (_points.Count == 0 || Vector2.DistanceSquared(_points[^1].At, at) > 1e-4f) _points.Add(new BrushPoint(at, width, amount));
    }
}
