using CsCheck;
using Neatx.Core.Evaluation;
using static Neatx.Core.Tests.Evaluation.ScoredGen;

namespace Neatx.Core.Tests.Evaluation;

public sealed class CurveLawTests
{
    [Fact]
    public void RocCurve_AnyScores_AscendsAndHasTheAucBelowIt() => Images.Sample(images =>
    {
        var counts = ThresholdCounts.Of(images.First());
        var points = RocCurve.Of(counts).Points;
        Assert.Equal((0, 0), (points[0].FalsePositiveRate, points[0].Sensitivity));
        Assert.Equal((1, 1), (points[^1].FalsePositiveRate, points[^1].Sensitivity));
        Assert.All(points.Zip(points.Skip(1)), step => Assert.True(
            step.First.Threshold > step.Second.Threshold
            && step.First.FalsePositiveRate <= step.Second.FalsePositiveRate
            && step.First.Sensitivity <= step.Second.Sensitivity));
        Assert.Equal(Auc.Of(counts).Value!.Value, Area(points), 1e-12);
    });

    [Fact]
    public void RocCurve_CollinearDropped_IsTheSameCurveOfFewerPoints() => Images.Sample(images =>
    {
        var counts = ThresholdCounts.Of(images.First());
        var (all, few) = (RocCurve.Of(counts).Points, RocCurve.Of(counts, dropCollinear: true).Points);
        Assert.Subset(all.ToHashSet(), few.ToHashSet());
        Assert.Equal((all[0], all[^1]), (few[0], few[^1]));

        // Every point of the whole curve lies on the segment of the short one that spans it.
        foreach (var point in all)
        {
            var next = Enumerable.Range(1, few.Count - 1).First(index => few[index].Threshold <= point.Threshold);
            var (from, to) = (few[next - 1], few[next]);
            var cross = ((to.FalsePositiveRate - from.FalsePositiveRate) * (point.Sensitivity - from.Sensitivity))
                - ((to.Sensitivity - from.Sensitivity) * (point.FalsePositiveRate - from.FalsePositiveRate));
            Assert.Equal(0, cross, 1e-12);
        }

        // No three points that were kept lie on one line.
        for (var index = 2; index < few.Count; index++)
        {
            var cross = ((few[index - 1].FalsePositiveRate - few[index - 2].FalsePositiveRate) * (few[index].Sensitivity - few[index - 2].Sensitivity))
                - ((few[index - 1].Sensitivity - few[index - 2].Sensitivity) * (few[index].FalsePositiveRate - few[index - 2].FalsePositiveRate));
            Assert.NotEqual(0, cross, 1e-12);
        }
    });

    [Fact]
    public void PrecisionRecallCurve_AnyScores_AscendsToFullRecall() => Images.Sample(images =>
    {
        var counts = ThresholdCounts.Of(images.First());
        var (all, few) = (PrecisionRecallCurve.Of(counts).Points, PrecisionRecallCurve.Of(counts, dropCollinear: true).Points);
        Assert.Equal(1, all[^1].Recall);
        Assert.Equal((double)counts.Reference.Positives / counts.Reference.Count, all[^1].Precision, 1e-12);
        Assert.All(all, point => Assert.InRange(point.Precision, 0, 1));
        Assert.Subset(all.ToHashSet(), few.ToHashSet());
        foreach (var run in all.GroupBy(point => point.Recall))
        {
            var kept = few.Where(point => point.Recall == run.Key).ToList();
            Assert.Equal((run.First(), run.Last()), (kept[0], kept[^1]));
            Assert.InRange(kept.Count, 1, 2);
        }
    });

    [Fact]
    public void OperatingPoints_AnyScores_AreTheBestOfAllThresholds() =>
        Gen.Select(Images, Gen.Double[.01, 1], Gen.Double[.01, 1]).Sample((images, sensitivity, specificity) =>
        {
            var counts = ThresholdCounts.Of(images.First());
            var all = counts.Thresholds.ToArray().Append(double.PositiveInfinity).Select(threshold => OperatingPoints.At(counts, threshold)).ToList();
            var youden = OperatingPoints.Youden(counts)!;
            Assert.Equal(all.Max(Gain), Gain(youden), 1e-12);
            var sensitive = OperatingPoints.AtSensitivity(counts, sensitivity)!;
            Assert.Equal(
                all.Where(point => point.Sensitivity.Value >= sensitivity).Max(point => point.Specificity.Value), sensitive.Specificity.Value);
            Assert.True(sensitive.Sensitivity.Value >= sensitivity);
            var specific = OperatingPoints.AtSpecificity(counts, specificity)!;
            Assert.Equal(
                all.Where(point => point.Specificity.Value >= specificity).Max(point => point.Sensitivity.Value), specific.Sensitivity.Value);
            Assert.True(specific.Specificity.Value >= specificity);
        });

    [Fact]
    public void OperatingPoints_AtThreshold_CountsImagesAtOrAboveIt() => Gen.Select(Images, Gen.Int[-9, 9]).Sample((images, threshold) =>
    {
        var point = OperatingPoints.At(ThresholdCounts.Of(images.First()), threshold);
        Assert.Equal(
            (Count(images, true, true), Count(images, false, true), Count(images, true, false), Count(images, false, false)),
            (point.TruePositives, point.FalsePositives, point.FalseNegatives, point.TrueNegatives));
        int Count((bool Positive, int First, int Second)[] of, bool positive, bool called) =>
            of.Count(image => image.Positive == positive && image.First >= threshold == called);
    });

    private static double Gain(OperatingPoint point) => point.Sensitivity.Value!.Value + point.Specificity.Value!.Value - 1;

    private static double Area(IReadOnlyList<RocPoint> points)
    {
        var area = 0.0;
        for (var index = 1; index < points.Count; index++)
        {
            var width = points[index].FalsePositiveRate - points[index - 1].FalsePositiveRate;
            area += width * (points[index].Sensitivity + points[index - 1].Sensitivity) / 2;
        }

        return area;
    }
}
