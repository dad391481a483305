using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Evaluation;

public sealed class ScoreComparisonTests
{
    private static readonly EvaluationOptions Options = new() { Bootstrap = new BootstrapOptions { Resamples = 200 } };

    [Fact]
    public void Of_TwoScores_HasAllFiguresAndOnePair()
    {
        var (first, second) = Simulated.Patients(seed: 11, patients: 100, patientSpread: 1);
        var comparison = ScoreComparison.Of([first, second], Options);
        Assert.Equal(["first", "second"], [.. comparison.Scores.Select(score => score.Name)], StringComparer.Ordinal);
        Assert.All(comparison.Scores, score => Assert.Equal(EvaluationNames.All, [.. score.Statistics.All.Select(pair => pair.Key)], StringComparer.Ordinal));
        Assert.All(EvaluationNames.All, name => Assert.NotEmpty(EvaluationNames.Describe(name)));
        var auc = comparison.Scores[0].Statistics["auc"];
        Assert.Equal(Auc.Of(first).Value, auc.Value);
        Assert.NotNull(auc.Ci);
        Assert.StartsWith("bootstrap by patient", auc.BootstrapCi!.Method, StringComparison.Ordinal);
        Assert.Equal(
            ["Youden", "sensitivity >= 0.95", "specificity >= 0.95"],
            [.. comparison.Scores[0].OperatingPoints.Select(point => point.Rule)],
            StringComparer.Ordinal);
        var pair = Assert.Single(comparison.Paired);
        Assert.Equal(("first", "second"), (pair.First, pair.Second));
        Assert.NotNull(pair.Difference.BootstrapCi);
        Assert.Null(comparison.Scores[0].Warning);
    }

    [Fact]
    public void Of_ExchangedLabels_WarnsOfAucBelowChance()
    {
        var (first, _) = Simulated.Patients(seed: 12, patients: 100, patientSpread: 1);
        var against = first.Reference.Score("negated", [.. first.Scores.ToArray().Select(score => -score)]);
        Assert.Contains("is below chance: its 95% interval ends at 0.", ScoreComparison.Of([against], Options).Scores[0].Warning, StringComparison.Ordinal);
        Assert.Contains("is below chance", ScoreComparison.Of([against], new EvaluationOptions()).Scores[0].Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Warning_EveryPairInReverse_DependsOnHowLikelyThatIsByChance(int each, bool warned)
    {
        // 3 and 3 images lie in reverse order once in 20 times, 4 and 4 once in 70.
        bool[] states = [.. Enumerable.Repeat(true, each), .. Enumerable.Repeat(false, each)];
        var scored = new ReferenceStandard(states).Score("reverse", [.. states.Select((_, index) => (double)index)]);
        var warning = ScoreComparison.Of([scored], Options).Scores[0].Warning;
        Assert.Equal(warned, warning?.Contains("every positive image ranks below every negative one", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Of_NamesRepeatOrNone_IsRefused()
    {
        var (first, _) = Simulated.Images(seed: 1, images: 20);
        Assert.Throws<ArgumentException>(() => ScoreComparison.Of([first, first], Options));
        Assert.Throws<ArgumentException>(() => ScoreComparison.Of([], Options));
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationOptions { Level = 95 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationOptions { Bins = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationOptions { Sensitivity = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationOptions { Specificity = 1.1 });
        Assert.Throws<ArgumentException>(() => EvaluationNames.Describe("f1"));
    }

    [Fact]
    public void OperatingPoint_NothingCalledPositive_HasNoPredictiveValue()
    {
        var counts = ThresholdCounts.Of(new ReferenceStandard([true, false, false]).Score("model", [.1, .9, .2]));
        var point = OperatingPoints.AtSpecificity(counts, 1)!;
        Assert.Equal(double.PositiveInfinity, point.Threshold);
        Assert.Equal("no image is called positive", point.PositivePredictiveValue.Undefined);
        Assert.Equal(2.0 / 3, point.NegativePredictiveValue.Value!.Value, 1e-12);
        Assert.Equal("Wilson", point.Specificity.Ci!.Method);
        Assert.Throws<ArgumentOutOfRangeException>(() => OperatingPoints.At(counts, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => OperatingPoints.AtSensitivity(counts, 0));
    }
}
