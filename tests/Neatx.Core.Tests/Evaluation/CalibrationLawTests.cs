using CsCheck;
using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Evaluation;

public sealed class CalibrationLawTests
{
    [Fact]
    public void CalibrationCurve_ScoreOnAnEdge_FallsInTheBinAboveIt() => Gen.Int[1, 200].Sample(bins =>
    {
        var edges = Enumerable.Range(0, bins).Select(bin => (double)bin / bins).ToArray();
        var curve = CalibrationCurve.Of(new ReferenceStandard(new bool[bins]).Score("edges", edges), bins);
        Assert.All(curve.Bins, bin => Assert.Equal(1, bin.Count));
        Assert.Equal(edges, curve.Bins.Select(bin => bin.Low));
    });

    [Fact]
    public void CalibrationCurve_AnyProbabilities_HoldsEveryImageOnce() =>
        Gen.Select(Gen.Select(Gen.Bool, Gen.Double[0, 1]).Array[1, 80], Gen.Int[1, 30]).Sample((images, bins) =>
        {
            var scored = new ReferenceStandard([.. images.Select(image => image.Item1)]).Score("model", [.. images.Select(image => image.Item2)]);
            var curve = CalibrationCurve.Of(scored, bins);
            Assert.Equal(images.Length, curve.Bins.Sum(bin => bin.Count));
            Assert.Equal(scored.Reference.Positives, curve.Bins.Sum(bin => bin.Positives));
            foreach (var bin in curve.Bins)
            {
                var within = images.Where(image => image.Item2 >= bin.Low && (image.Item2 < bin.High || (bin.Closed && image.Item2 <= bin.High))).ToList();
                Assert.Equal(within.Count, bin.Count);
                Assert.Equal(within.Count == 0, bin.MeanScore is null);
                Assert.Equal(within.Count == 0, bin.Observed.Value is null);
            }

            // One bin sees the means only; more bins see at least as much error.
            var error = curve.ExpectedCalibrationError.Value!.Value;
            Assert.InRange(error, CalibrationCurve.Of(scored, 1).ExpectedCalibrationError.Value!.Value - 1e-12, 1);
        });

    [Fact]
    public void ClassWiseError_OfFindings_IsTheirMean()
    {
        var reference = new ReferenceStandard([true, false]);
        var (good, bad) = (CalibrationCurve.Of(reference.Score("a", [1.0, 0.0])), CalibrationCurve.Of(reference.Score("b", [.2, .2])));
        Assert.Equal(.15, CalibrationCurve.ClassWiseError([("drain", good), ("tube", bad)]).Value!.Value, 1e-12);
        var logits = CalibrationCurve.Of(reference.Score("c", [1.5, 0.0]));
        Assert.Equal(
            "undefined for 'tube': the score 1.5 is no probability",
            CalibrationCurve.ClassWiseError([("drain", good), ("tube", logits)]).Undefined);
        Assert.Equal("there is no finding", CalibrationCurve.ClassWiseError([]).Undefined);
    }

    [Fact]
    public void SeedSpread_UndefinedForOneSeed_SaysWhich()
    {
        var spread = SeedSpread.Of([(1, Statistic.Of(.9)), (8, Statistic.None("no image is positive"))]);
        Assert.Equal("undefined for seed 8: no image is positive", spread.Mean.Undefined);
        Assert.Null(spread.StandardDeviation.Value);
        Assert.Equal("a single seed has no spread", SeedSpread.Of([(1, Statistic.Of(.9))]).StandardDeviation.Undefined);
        Assert.Throws<ArgumentException>(() => SeedSpread.Of([(1, Statistic.Of(.9)), (1, Statistic.Of(.9))]));
    }
}
