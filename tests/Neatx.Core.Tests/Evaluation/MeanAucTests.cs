using CsCheck;
using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Evaluation;

/// <summary>The mean over runs is an area like any other: what is known of one area holds for it.</summary>
public sealed class MeanAucTests
{
    private static readonly BootstrapOptions Bootstrap = new() { Resamples = 200 };

    [Fact]
    public void Of_OneRun_IsItsAuc() => ScoredGen.Images.Sample(images =>
    {
        var (first, second) = images.Both();
        var mean = MeanAuc.Of([("a", [first]), ("b", [second])], .95, Bootstrap);
        var paired = ScoreComparison.Of([first, second], new EvaluationOptions { Bootstrap = Bootstrap });
        Assert.Equal(Auc.Of(first).Value!.Value, mean.Means[0].Value!.Value, 1e-12);
        Assert.Equal(Auc.Of(first).StandardError!.Value, mean.Means[0].StandardError!.Value, 1e-12);
        Assert.Equal(paired.Scores[0].Statistics["auc"].BootstrapCi?.Low, mean.Means[0].BootstrapCi?.Low);
        Assert.Equal(paired.Paired[0].Difference.Value!.Value, mean.Differences[0].Difference.Value!.Value, 1e-12);
        Assert.Equal(paired.Paired[0].Z.PValue, mean.Differences[0].Z.PValue);
    }, iter: 50);

    [Fact]
    public void Of_TwoRuns_HasTheVarianceOfTheMeanByItsDefinition() => ScoredGen.Images.Sample(images =>
    {
        var (first, second) = images.Both();
        var mean = MeanAuc.Of([("a", [first, second])]).Means[0];
        var variance = (BruteForce.Variance(first) + BruteForce.Variance(second) + (2 * BruteForce.Covariance(first, second))) / 4;
        Assert.Equal((BruteForce.Auc(first) + BruteForce.Auc(second)) / 2, mean.Value!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(Math.Max(variance, 0)), mean.StandardError!.Value, 1e-9);
    }, iter: 200);

    [Fact]
    public void Of_TheSameRunTwice_IsThatRun()
    {
        var (first, second) = Simulated.Patients(7, 60, .5);
        var (once, twice) = (MeanAuc.Of([("a", [first]), ("b", [second])], .95, Bootstrap), MeanAuc.Of([("a", [first, first]), ("b", [second, second])], .95, Bootstrap));
        Assert.Equal(once.Means[0].BootstrapCi!.High, twice.Means[0].BootstrapCi!.High, 1e-12);
        Assert.Equal(once.Means[0].StandardError!.Value, twice.Means[0].StandardError!.Value, 1e-12);
        Assert.Equal(once.Differences[0].Difference.BootstrapCi!.Low, twice.Differences[0].Difference.BootstrapCi!.Low, 1e-12);
        Assert.Contains("bootstrap by patient", twice.Means[0].BootstrapCi!.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneStateAlone_IsUndefinedWithItsReason()
    {
        var reference = new ReferenceStandard([true, true]);
        var mean = MeanAuc.Of([("a", [reference.Score("a", (double[])[.1, .2])])], .95, Bootstrap);
        Assert.Equal("no image is negative", mean.Means[0].Undefined);
    }

    [Fact]
    public void Of_RunsOfTwoReferences_AreRefused()
    {
        var (first, other) = (Simulated.Images(1, 20).First, Simulated.Images(2, 20).First);
        Assert.Throws<ArgumentException>(() => MeanAuc.Of([("a", [first, other])]));
    }
}
