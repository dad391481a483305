using CsCheck;
using Neatx.Core.Evaluation;
using static Neatx.Core.Tests.Evaluation.ScoredGen;

namespace Neatx.Core.Tests.Evaluation;

/// <summary>What must hold for every set of scores.</summary>
public sealed class AucLawTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Auc_AnyScores_EqualsAllPairs() => Images.Sample(images =>
    {
        var scored = images.First();
        var auc = Auc.Of(scored);
        Assert.Equal(BruteForce.Auc(scored), auc.Value!.Value, Tolerance);
        Assert.Equal(BruteForce.Variance(scored), auc.StandardError!.Value * auc.StandardError.Value, Tolerance);
        Assert.InRange(auc.Value.Value, 0, 1);
        if (auc.Ci is { } interval) Assert.True(interval.Low >= 0 && interval.High <= 1 && interval.Contains(auc.Value.Value));
    });

    [Fact]
    public void Auc_ScoresTransformedUpwards_StaysTheSame() => Images.Sample(images =>
    {
        var reference = Reference(images);
        var original = Auc.Of(images.First());
        Assert.Equal(original, Auc.Of(reference.Score("exp", [.. images.Select(image => Math.Exp(image.First))])));
        Assert.Equal(original, Auc.Of(reference.Score("line", [.. images.Select(image => (3.5 * image.First) - 1000)])));
        Assert.Equal(original, Auc.Of(reference.Score("float", [.. images.Select(image => image.First / 10f)])));
    });

    [Fact]
    public void Auc_StatesExchanged_IsComplement() => Images.Sample(images =>
    {
        var exchanged = new ReferenceStandard([.. images.Select(image => !image.Positive)]).Score("x", [.. images.Select(image => (double)image.First)]);
        Assert.Equal(1 - Auc.Of(images.First()).Value!.Value, Auc.Of(exchanged).Value!.Value, Tolerance);
        Assert.Equal(Auc.Of(images.First()).StandardError!.Value, Auc.Of(exchanged).StandardError!.Value, Tolerance);
    });

    [Fact]
    public void Auc_ImagesInOtherOrder_StaysTheSame() => Images.Sample(images =>
        Assert.Equal(Auc.Of(images.First()), Auc.Of(images.Reverse().ToArray().First())));

    [Fact]
    public void AucDifference_AnyScores_EqualsAllPairs() => Images.Sample(images =>
    {
        var (first, second) = images.Both();
        var difference = AucDifference.Of(first, second);
        var variance = BruteForce.Variance(first) + BruteForce.Variance(second) - (2 * BruteForce.Covariance(first, second));
        Assert.Equal(BruteForce.Auc(first) - BruteForce.Auc(second), difference.Difference.Value!.Value, Tolerance);
        Assert.Equal(variance, difference.Difference.StandardError!.Value * difference.Difference.StandardError.Value, Tolerance);
        var back = AucDifference.Of(second, first);
        Assert.Equal(-difference.Difference.Value.Value, back.Difference.Value!.Value, Tolerance);
        Assert.Equal(difference.Z.PValue, back.Z.PValue);
    });

    [Fact]
    public void AucDifference_ScoresOfSameOrder_HasNoTest() => Images.Sample(images =>
    {
        var reference = Reference(images);
        var difference = AucDifference.Of(
            reference.Score("first", [.. images.Select(image => (double)image.First)]),
            reference.Score("doubled", [.. images.Select(image => 2.0 * image.First)]));
        Assert.Equal(0, difference.Difference.Value);
        Assert.Contains("no variance", difference.Z.Undefined, StringComparison.Ordinal);
    });

    [Fact]
    public void AveragePrecision_AnyScores_LiesBetweenWorstAndBestOrder() => Images.Sample(images =>
    {
        var counts = ThresholdCounts.Of(images.First());
        var (m, n) = (counts.Reference.Positives, counts.Reference.Negatives);
        var worst = Enumerable.Range(1, m).Average(found => (double)found / (n + found));
        Assert.InRange(AveragePrecision.Of(counts).Value!.Value, worst - Tolerance, 1);
    });

    [Fact]
    public void AveragePrecision_OneScoreForAll_IsPrevalence() => Images.Sample(images =>
    {
        var counts = ThresholdCounts.Of(Reference(images).Score("constant", new double[images.Length]));
        Assert.Equal((double)counts.Reference.Positives / counts.Reference.Count, AveragePrecision.Of(counts).Value!.Value, Tolerance);
        Assert.Equal(.5, Auc.Of(counts).Value);
        Assert.Null(Auc.Of(counts).Ci);
    });
}
