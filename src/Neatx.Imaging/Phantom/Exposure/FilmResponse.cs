using Neatx.Imaging.Phantom.Anatomy;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Exposure;

/// <summary>
/// From the beam behind the patient to a film: scatter veils the dense parts, quanta are counted (so that grain is coarsest where the beam is
/// weakest), and a viewing station maps the logarithm to gray. The exposure is that for the patient's build and knows nothing of findings.
/// </summary>
internal sealed class FilmResponse
{
    private readonly float _scatter;
    private readonly float _evening;
    private readonly float _lung;
    private readonly float _perUnit;
    private readonly float _lungGray;
    private readonly float _black;
    private readonly float _white;
    private readonly float _grain;
    private readonly float _mottle;

    public FilmResponse(PhantomScene scene, Habitus habitus)
    {
        var random = scene.Stream(PhantomPart.Response);
        var bedside = habitus.IsBedside;
        _scatter = random.Between(.05, .11) * (bedside ? 1.7f : 1) * (1 + (.25f * habitus.Fat));
        _evening = random.Between(0, .38);
        _lung = (Matter.Soft * (habitus.BodyDepth - habitus.Depth)) + (Matter.Lung * habitus.Depth);
        _lungGray = random.Around(.22, .045) + (bedside ? .04f : 0);
        var dense = random.Around(.84, .045);
        _perUnit = (dense - _lungGray) / (Matter.Soft * habitus.Depth * .62f);
        // One station in six saves flat, gray pictures.
        (_black, _white) = random.NextBool(.16) ? (random.Between(.12, .28), random.Between(.68, .85)) : (0, 1);
        _grain = .95e-4f * random.Between(.6, 1.6) * (bedside ? 1.25f : 1) * (1 + (2.2f * (float)scene.Difficulty));
        _mottle = .0015f + (.016f * (float)scene.Difficulty);
    }

    /// <summary>Turns attenuation into gray values.</summary>
    public ushort[] Develop(Radiograph film, Collimation collimation)
    {
        var (size, plane) = (film.Size, film.Attenuation);
        for (var pixel = 0; pixel < plane.Length; pixel++) plane[pixel] = MathF.Exp(-plane[pixel]);
        var veil = new CoarseField(plane, size, 3);
        Span<float> row = new float[size];
        for (var y = 0; y < size; y++)
        {
            veil.Row(y, row);
            var line = plane.AsSpan(y * size, size);
            for (var x = 0; x < size; x++) line[x] = -MathF.Log(line[x] + (_scatter * row[x]) + 1e-5f);
        }

        var evened = new CoarseField(plane, size, 2.4f);
        var grain = Grain(film);
        var pixels = new ushort[size * size];
        Span<float> noise = new float[size];
        Span<float> mean = new float[size];
        for (var y = 0; y < size; y++)
        {
            noise.Clear();
            foreach (var octave in grain) octave.AddRow(film.First + (y * film.Pitch), film.First, film.Pitch, 1, noise);
            evened.Row(y, mean);
            collimation.Row(film, y, row);
            for (var x = 0; x < size; x++)
            {
                var pixel = (y * size) + x;
                var log = plane[pixel];
                log += noise[x] * Math.Min(14, MathF.Exp(.5f * log));
                log -= _evening * (mean[x] - _lung - 1);
                pixels[pixel] = Gray(log, row[x]);
            }
        }

        return pixels;
    }

    private ushort Gray(float log, float open)
    {
        var value = _lungGray + ((log - _lung) * _perUnit);
        // Toe and shoulder, so that nothing is cut off sharply.
        value = Shape.SoftMax(value, 0, .06f) - .005f;
        value = value < .75f ? value : 1 - (.25f * MathF.Exp((.75f - value) / .25f));
        value = _black + ((_white - _black) * value);
        return (ushort)Math.Clamp((value * open * 65535) + .5f, 0, 65535);
    }

    /// <summary>White noise, octave by octave, as far down as the film's pixels can show; each octave is the same at every size.</summary>
    private List<LatticeNoise> Grain(Radiograph film)
    {
        var octaves = new List<LatticeNoise>();
        ReadOnlySpan<float> spacings = [.6f, .32f, .16f, .08f, .04f, .02f];
        for (var octave = 0; octave < spacings.Length; octave++)
        {
            var spacing = spacings[octave];
            if (octave > 0 && spacing < .6f * film.Pitch) break;
            var deviation = (_grain / spacing) + (spacing is > .1f and < .5f ? _mottle * .4f : 0);
            octaves.Add(new LatticeNoise(spacing, deviation, film.Scene.Stream(PhantomPart.Grain, octave)));
        }

        return octaves;
    }
}
