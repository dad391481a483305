using Neatx.Core.Agreement;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Statistics;

public sealed class ClusterBootstrapTests
{
    private static readonly CountStatistic Kappa = CohenKappa.Unweighted(2).TryValue;

    [Fact]
    public void Of_AnyNumberOfThreads_GivesSameBits()
    {
        var classes = Simulated.Patients(seed: 5, patients: 300).ByPatient;
        var one = ClusterBootstrap.Of(classes, Kappa, new BootstrapOptions { MaxThreads = 1 });
        var many = ClusterBootstrap.Of(classes, Kappa, new BootstrapOptions { MaxThreads = 8 });
        Assert.Equal(one, many);
        Assert.Equal("bootstrap by patient, percentile, 2000 resamples, seed 1", one.Interval!.Method);
    }

    [Fact]
    public void Of_OtherSeed_GivesOtherInterval()
    {
        var classes = Simulated.Patients(seed: 5, patients: 300).ByPatient;
        var first = ClusterBootstrap.Of(classes, Kappa, new BootstrapOptions { Seed = 1 });
        var second = ClusterBootstrap.Of(classes, Kappa, new BootstrapOptions { Seed = 2 });
        Assert.NotEqual(first.Interval!.Low, second.Interval!.Low);
        Assert.Equal(first.Interval.Low, second.Interval.Low, .02);
    }

    /// <summary>One pass for several figures draws the same resamples as a pass for each.</summary>
    [Fact]
    public void Of_SeveralStatistics_EqualsEachAlone()
    {
        var classes = Simulated.Patients(seed: 6, patients: 100).ByPatient;
        CountStatistic percent = PairFormula(AgreementNames.PercentAgreement);
        var options = new BootstrapOptions { Resamples = 500 };
        Assert.Equal(
            [ClusterBootstrap.Of(classes, Kappa, options), ClusterBootstrap.Of(classes, percent, options)],
            ClusterBootstrap.Of(classes, [Kappa, percent], options));
    }

    /// <summary>The spread of resampled shares is the binomial one when every item stands alone.</summary>
    [Fact]
    public void Of_Items_HasSpreadOfMultinomial()
    {
        var interval = ClusterBootstrap.Of(
            ClusterClasses.OfItems([300, 100, 100, 500]), PairFormula(AgreementNames.PercentAgreement), new BootstrapOptions { Resamples = 20_000 }).Interval!;
        Assert.Equal(.8 - (1.96 * Math.Sqrt(.8 * .2 / 1000)), interval.Low, .002);
        Assert.Equal(.8 + (1.96 * Math.Sqrt(.8 * .2 / 1000)), interval.High, .002);
        Assert.StartsWith("bootstrap by item", interval.Method, StringComparison.Ordinal);
    }

    /// <summary>Drawing classes by binomials must spread as drawing patients one by one does.</summary>
    [Fact]
    public void Of_ClassesOfPatients_SpreadsAsDrawingPatients()
    {
        var sample = Simulated.Patients(seed: 7, patients: 80);
        var interval = ClusterBootstrap.Of(sample.ByPatient, Kappa, new BootstrapOptions { Resamples = 20_000 }).Interval!;
        var random = new RandomStream(99);
        var kappas = new List<double>();
        for (var resample = 0; resample < 20_000; resample++)
        {
            var counts = new long[4];
            for (var draw = 0; draw < sample.Tables.Count; draw++)
            {
                var drawn = sample.Tables[random.NextInt(sample.Tables.Count)];
                for (var cell = 0; cell < 4; cell++) counts[cell] += drawn[cell];
            }

            if (Kappa(counts, out var kappa)) kappas.Add(kappa);
        }

        kappas.Sort();
        Assert.Equal(kappas[500], interval.Low, .006);
        Assert.Equal(kappas[19_500], interval.High, .006);
    }

    /// <summary>
    /// Raters who err together within a patient: intervals by patient hold the population's kappa as often as they promise, intervals by
    /// item do not.
    /// </summary>
    [Fact]
    public void Of_ClusteredRaters_CoversAtNominalLevelByPatientOnly()
    {
        const int Studies = 500;
        var (byPatient, byItem) = (0, 0);
        var options = new BootstrapOptions { Resamples = 300 };
        for (var study = 0; study < Studies; study++)
        {
            var sample = Simulated.Patients(seed: (ulong)study + 1000, patients: 150);
            if (ClusterBootstrap.Of(sample.ByPatient, Kappa, options).Interval!.Contains(Simulated.Kappa)) byPatient++;
            if (ClusterBootstrap.Of(ClusterClasses.OfItems(sample.ByPatient.Totals), Kappa, options).Interval!.Contains(Simulated.Kappa)) byItem++;
        }

        var binomialError = Math.Sqrt(.95 * .05 / Studies);
        Assert.InRange((double)byPatient / Studies, .95 - (3 * binomialError), .95 + (3 * binomialError));
        Assert.True(byItem < .85 * Studies, $"by item {byItem} of {Studies}");
    }

    [Fact]
    public void Of_OftenUndefined_SaysSo()
    {
        // Two positives among 40 items: about one resample in eight has none, and then all ratings fall in one category.
        var options = new BootstrapOptions { Resamples = 1000 };
        var result = ClusterBootstrap.Of(ClusterClasses.OfItems([38, 0, 0, 2]), Kappa, options);
        Assert.Null(result.Interval);
        Assert.InRange(result.UndefinedResamples, 100, 160);
        Assert.Contains($"undefined in {result.UndefinedResamples} of 1000 resamples by item", result.Undefined, StringComparison.Ordinal);

        var tolerant = ClusterBootstrap.Of(ClusterClasses.OfItems([38, 0, 0, 2]), Kappa, options with { MaxUndefinedShare = .5 });
        Assert.EndsWith($", {result.UndefinedResamples} undefined left out", tolerant.Interval!.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OnePatient_IsUndefined()
    {
        var tally = new ClusterTally(4);
        tally.Add(0, 0);
        tally.Add(0, 3);
        var result = ClusterBootstrap.Of(tally.ToClasses(), Kappa, new BootstrapOptions());
        Assert.Equal("resampling needs at least two patients, there are 1", result.Undefined);
    }

    [Fact]
    public void BootstrapOptions_Impossible_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BootstrapOptions { Resamples = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BootstrapOptions { Level = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BootstrapOptions { MaxUndefinedShare = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BootstrapOptions { MaxThreads = 0 });
    }

    private static CountStatistic PairFormula(string name) =>
        FormulaSet.ForPair(new Crosstab(["negative", "positive"], [0, 0, 0, 0]), new AgreementOptions())[name].TryValue;
}
