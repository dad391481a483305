using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Evaluation;

public sealed class AucBootstrapTests
{
    /// <summary>Resamples that share a random stream.</summary>
    private const int Block = 32;

    [Fact]
    public void Of_AnyNumberOfThreads_IsTheSame()
    {
        var scored = Simulated.Patients(seed: 3, patients: 150, patientSpread: 1).First;
        var one = AucBootstrap.Of(scored, new BootstrapOptions { Resamples = 333, MaxThreads = 1 });
        Assert.Equal(one, AucBootstrap.Of(scored, new BootstrapOptions { Resamples = 333, MaxThreads = 2 }));
        Assert.Equal(one, AucBootstrap.Of(scored, new BootstrapOptions { Resamples = 333, MaxThreads = 7 }));
        Assert.NotEqual(one.Interval, AucBootstrap.Of(scored, new BootstrapOptions { Resamples = 333, Seed = 2 }).Interval);
        Assert.Equal("bootstrap by patient, percentile, 333 resamples, seed 1", one.Interval!.Method);
    }

    [Fact]
    public void Of_PatientsDrawn_EqualsAucOfTheirImagesWrittenOut()
    {
        var (first, second) = Simulated.Patients(seed: 4, patients: 40, patientSpread: 1);
        var options = new BootstrapOptions { Resamples = 100, Seed = 9 };
        var drawn = Enumerable.Range(0, options.Resamples).Select(resample => WrittenOut(first, second, options.Seed, resample)).ToList();
        var bootstrap = AucBootstrap.Of([first, second], options);
        Same(drawn.Select(pair => pair.First), bootstrap.Areas[0]);
        Same(drawn.Select(pair => pair.Second), bootstrap.Areas[1]);
        Same(drawn.Select(pair => pair.First - pair.Second), Assert.Single(bootstrap.Differences));
    }

    [Fact]
    public void Of_FewPositives_CountsResamplesWithoutAny()
    {
        bool[] states = [true, .. Enumerable.Repeat(false, 19)];
        var scored = new ReferenceStandard(states).Score("model", [.. states.Select((_, index) => 1.0 / (index + 1))]);
        var refused = AucBootstrap.Of(scored, new BootstrapOptions());
        Assert.Null(refused.Interval);
        Assert.InRange(refused.UndefinedResamples, 600, 850);
        Assert.StartsWith($"undefined in {refused.UndefinedResamples} of 2000 resamples by image", refused.Undefined, StringComparison.Ordinal);
        var borne = AucBootstrap.Of(scored, new BootstrapOptions { MaxUndefinedShare = .5 });
        Assert.EndsWith($"{refused.UndefinedResamples} undefined left out", borne.Interval!.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OnePatient_HasNoInterval()
    {
        var scored = new ReferenceStandard([true, false, true], [5, 5, 5]).Score("model", [.3, .2, .1]);
        Assert.Equal("resampling needs at least two patients, there is 1", AucBootstrap.Of(scored, new BootstrapOptions()).Undefined);
    }

    [Fact]
    public void Of_TwoReferenceStandards_IsRefused()
    {
        bool[] states = [true, false];
        var (a, b) = (new ReferenceStandard(states).Score("a", [1.0, 0]), new ReferenceStandard(states).Score("b", [1.0, 0]));
        Assert.Throws<ArgumentException>(() => AucBootstrap.Of([a, b], new BootstrapOptions()));
        Assert.Throws<ArgumentException>(() => AucDifference.Of(a, b));
        Assert.Throws<ArgumentException>(() => AucBootstrap.Of([], new BootstrapOptions()));
    }

    private static (double First, double Second) WrittenOut(ScoredLabels first, ScoredLabels second, ulong seed, int resample)
    {
        var patients = first.Reference.Patients!.Value;
        var random = new RandomStream(seed, (ulong)(resample / Block));
        for (var skipped = 0; skipped < resample % Block * patients; skipped++) random.NextInt(patients);
        var images = new List<int>();
        for (var draw = 0; draw < patients; draw++)
        {
            var patient = random.NextInt(patients);
            for (var image = 0; image < first.Reference.Count; image++)
                if (first.Reference.Clusters[image] == patient)
                    images.Add(image);
        }

        var reference = new ReferenceStandard([.. images.Select(image => first.Reference.Positive[image])]);
        return (Area(first), Area(second));
        double Area(ScoredLabels scored) => Auc.Of(reference.Score(scored.Name, [.. images.Select(image => scored.Scores[image])])).Value!.Value;
    }

    private static void Same(IEnumerable<double> drawn, BootstrapInterval interval)
    {
        var sorted = drawn.Order().ToArray();
        Assert.Equal(Quantile(.025), interval.Interval!.Low, 1e-12);
        Assert.Equal(Quantile(.975), interval.Interval.High, 1e-12);
        double Quantile(double share)
        {
            var below = (int)(share * (sorted.Length - 1));
            return sorted[below] + (((share * (sorted.Length - 1)) - below) * (sorted[below + 1] - sorted[below]));
        }
    }
}
