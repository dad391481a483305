using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Exposure;

/// <summary>The edges of the open field, beyond which a film is black: on most films none is to be seen.</summary>
internal sealed class Collimation
{
    private readonly float _left = -99;
    private readonly float _right = 99;
    private readonly float _top = -99;
    private readonly float _bottom = 99;
    private readonly float _tilt;

    public Collimation(PhantomScene scene)
    {
        var random = scene.Stream(PhantomPart.Collimation);
        const float Half = Radiograph.Width / 2;
        _tilt = random.Around(0, .008);
        if (!random.NextBool(.4)) return;
        if (random.NextBool(.6)) _left = -Half + random.Between(.2, 1.3);
        if (random.NextBool(.6)) _right = Half - random.Between(.2, 1.3);
        if (random.NextBool(.4)) _top = -Half + random.Between(.2, .9);
        if (random.NextBool(.4)) _bottom = Half - random.Between(.2, 1.2);
    }

    /// <summary>How open the field is along a row of pixels: 1 open, 0 closed.</summary>
    public void Row(Radiograph film, int row, Span<float> open)
    {
        var y = film.First + (row * film.Pitch);
        var edge = film.Pitch + .06f;
        for (var pixel = 0; pixel < open.Length; pixel++)
        {
            var x = film.First + (pixel * film.Pitch);
            var (u, v) = (x + (_tilt * y), y - (_tilt * x));
            var inside = MathF.Min(MathF.Min(u - _left, _right - u), MathF.Min(v - _top, _bottom - v));
            open[pixel] = Shape.Step(0, edge, inside);
        }
    }
}
