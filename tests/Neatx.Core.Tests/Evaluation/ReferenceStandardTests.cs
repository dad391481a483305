using Neatx.Core.Agreement;
using Neatx.Core.Evaluation;
using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Evaluation;

public sealed class ReferenceStandardTests
{
    private static readonly LabelState[] Labels =
        [LabelState.Positive, LabelState.Uncertain, LabelState.Negative, LabelState.Missing, LabelState.Invalid, LabelState.Positive];

    [Fact]
    public void Of_LabelsUndecided_DropsThemWithTheirScores()
    {
        var reference = ReferenceStandard.Of(Labels, new AgreementPolicy(), [9, 9, 4, 9, 4, 4]);
        Assert.Equal([0, 2, 5], reference.Rows.ToArray());
        Assert.Equal([true, false, true], reference.Positive.ToArray());
        Assert.Equal([0, 1, 1], reference.Clusters.ToArray());
        Assert.Equal((6, 3, 2, 1, 2), (reference.Given, reference.Count, reference.Positives, reference.Negatives, reference.Patients));
        Assert.Equal("uncertain=drop invalid=drop missing=drop", reference.Policy);
        Assert.Equal([.1, .3, .6], reference.Score("model", [.1, double.NaN, .3, .4, .5, .6]).Scores.ToArray());
    }

    [Fact]
    public void Of_UncertainAsPositive_CountsThem()
    {
        var reference = ReferenceStandard.Of(Labels, new AgreementPolicy { Uncertain = StateTreatment.AsPositive });
        Assert.Equal((3, 1), (reference.Positives, reference.Negatives));
        Assert.Null(reference.Patients);
    }

    [Fact]
    public void Of_PolicyWithThirdClass_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => ReferenceStandard.Of(Labels, new AgreementPolicy { Uncertain = StateTreatment.AsClass }));
        Assert.Contains("keeps a third class; drop it or decide it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_NaN_NamesScoresAndIndex()
    {
        var reference = ReferenceStandard.Of(Labels, new AgreementPolicy());
        var error = Assert.Throws<ArgumentException>(() => reference.Score("resnet", [.1f, 0, .3f, 0, 0, float.NaN]));
        Assert.Contains("'resnet' at index 5 is NaN", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_OtherLength_NamesBoth()
    {
        var error = Assert.Throws<ArgumentException>(() => new ReferenceStandard([true, false]).Score("resnet", [.1]));
        Assert.Contains("'resnet' for each of 2 images, got 1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ReferenceStandard([true, false], [1]));
    }

    [Theory]
    [InlineData(0, 0, "no image has a decided label")]
    [InlineData(0, 3, "no image is positive")]
    [InlineData(2, 0, "no image is negative")]
    public void Figures_OneStateAbsent_AreUndefinedWithReason(int positives, int negatives, string reason)
    {
        bool[] states = [.. Enumerable.Repeat(true, positives), .. Enumerable.Repeat(false, negatives)];
        var scored = new ReferenceStandard(states).Score("model", [.. states.Select(_ => .5)]);
        var counts = ThresholdCounts.Of(scored);
        Assert.Equal(reason, Auc.Of(counts).Undefined);
        Assert.Equal(reason, AveragePrecision.Of(counts).Undefined);
        Assert.Equal(reason, RocCurve.Of(counts).Undefined);
        Assert.Equal(reason, PrecisionRecallCurve.Of(counts).Undefined);
        Assert.Equal(reason, AucDifference.Of(scored, scored).Difference.Undefined);
        Assert.Equal(reason, AucBootstrap.Of(scored, new()).Undefined);
        Assert.Null(OperatingPoints.Youden(counts));
        Assert.Null(OperatingPoints.AtSensitivity(counts, .9));
        Assert.Null(OperatingPoints.AtSpecificity(counts, .9));
        Assert.Equal(states.Length == 0 ? reason : null, BrierScore.Of(scored).Undefined);
        Assert.Equal(states.Length == 0 ? reason : null, CalibrationCurve.Of(scored).ExpectedCalibrationError.Undefined);
    }
}
