using Neatx.Imaging.Phantom;

namespace Neatx.Imaging.Tests.Phantom;

/// <summary>A drain is to be found by its shape: no number that a film has as a whole gives it away.</summary>
public sealed class PhantomShortcutTests
{
    [Fact]
    public void WholeFilmStatistics_DoNotTellWhetherThereIsADrain()
    {
        const int Films = 400;
        var statistics = new double[Films][];
        Parallel.For(0, Films, number =>
        {
            var scene = Scenes.Of(number, number % 2 == 0 ? PhantomFindings.ChestDrain : PhantomFindings.None);
            scene = scene with { Sex = PhantomSex.Male, View = PhantomView.PosteroAnterior, Difficulty = .1 };
            statistics[number] = Statistics(PhantomRenderer.Render(scene, 64));
        });
        for (var statistic = 0; statistic < statistics[0].Length; statistic++)
        {
            var with = statistics.Where((_, number) => number % 2 == 0).Select(film => film[statistic]).ToList();
            var without = statistics.Where((_, number) => number % 2 == 1).Select(film => film[statistic]).ToList();
            var area = with.Average(positive => without.Average(negative => positive > negative ? 1 : positive == negative ? .5 : 0));
            Assert.True(area is > .25 and < .75, $"statistic {statistic}: AUC {area:0.00}");
        }
    }

    /// <summary>Mean, spread, darkest, brightest, quantiles, and the roughness along rows.</summary>
    private static double[] Statistics(PhantomFilm film)
    {
        var pixels = film.Pixels.ToArray();
        var mean = pixels.Average(pixel => (double)pixel);
        var roughness = 0.0;
        for (var pixel = 1; pixel < pixels.Length; pixel++) roughness += Math.Abs(pixels[pixel] - pixels[pixel - 1]);
        Array.Sort(pixels);
        return
        [
            mean, pixels.Average(pixel => (pixel - mean) * (pixel - mean)), pixels[0], pixels[^1], roughness,
            pixels[pixels.Length / 20], pixels[pixels.Length / 2], pixels[pixels.Length * 19 / 20], pixels[pixels.Length * 99 / 100],
        ];
    }
}
