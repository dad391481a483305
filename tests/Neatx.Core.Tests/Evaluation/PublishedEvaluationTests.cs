using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Evaluation;

/// <summary>Figures in print.</summary>
public sealed class PublishedEvaluationTests
{
    /// <summary>
    /// Outcome after subarachnoid haemorrhage by WFNS grade 1 to 5 (Turck and others 2010, Intensive Care Medicine 36): good 37, 20, 3, 8, 4,
    /// poor 2, 12, 1, 8, 18. AUC and its DeLong variance as R's pROC prints them (Robin and others 2011).
    /// </summary>
    [Fact]
    public void Auc_WfnsGradeAndOutcome_IsAsPublished()
    {
        int[] good = [37, 20, 3, 8, 4], poor = [2, 12, 1, 8, 18];
        var (states, grades) = (new List<bool>(), new List<double>());
        for (var grade = 0; grade < good.Length; grade++)
        {
            states.AddRange(Enumerable.Repeat(false, good[grade]).Concat(Enumerable.Repeat(true, poor[grade])));
            grades.AddRange(Enumerable.Repeat(grade + 1.0, good[grade] + poor[grade]));
        }

        var auc = Auc.Of(new ReferenceStandard([.. states]).Score("wfns", [.. grades]));
        Assert.Equal(.823679, auc.Value!.Value, 5e-7);
        Assert.Equal(.0014699147, auc.StandardError!.Value * auc.StandardError.Value, 5e-11);
        Assert.Equal("normal, DeLong", auc.Ci!.Method);
    }

    /// <summary>A score of 1 belongs to the last bin, not to an eleventh.</summary>
    [Fact]
    public void CalibrationError_ScoreOfOne_FallsInClosedLastBin()
    {
        var curve = CalibrationCurve.Of(new ReferenceStandard([true, false]).Score("model", [.95, 1.0]));
        Assert.Equal(.475, curve.ExpectedCalibrationError.Value!.Value, 1e-12);
        Assert.Equal(10, curve.Bins.Count);
        Assert.Equal((2, 1, true), (curve.Bins[9].Count, curve.Bins[9].Positives, curve.Bins[9].Closed));
    }

    /// <summary>Mann and Whitney's U of two small samples, counted by hand: 6 of 8 pairs in order, one tied.</summary>
    [Fact]
    public void Auc_FewImages_IsShareOfOrderedPairs()
    {
        var auc = Auc.Of(new ReferenceStandard([true, true, false, false, false, false]).Score("model", [.8, .4, .4, .1, .2, .6]));
        Assert.Equal(6.5 / 8, auc.Value);
    }

    [Fact]
    public void SeedSpread_ThreeSeeds_DividesByTwo()
    {
        var spread = SeedSpread.Of([(1, Statistic.Of(.9)), (2, Statistic.Of(.92)), (7, Statistic.Of(.97))]);
        Assert.Equal(.93, spread.Mean.Value!.Value, 1e-12);
        Assert.Equal(Math.Sqrt((.0009 + .0001 + .0016) / 2), spread.StandardDeviation.Value!.Value, 1e-12);
        Assert.Equal(3, spread.Seeds);
    }
}
