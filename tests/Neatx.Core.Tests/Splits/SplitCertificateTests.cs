using Neatx.Core.Labels;
using Neatx.Core.Splits;

namespace Neatx.Core.Tests.Splits;

public sealed class SplitCertificateTests
{
    [Fact]
    public void Of_SmallSplit_IsAsCountedByHand()
    {
        var (certificate, _) = Small();
        Assert.Equal([new("train", 2, 3, .6), new("test", 2, 2, .4)], certificate.Parts);
        Assert.Equal([new("train", "test", 0, 0)], certificate.Shared);
        Assert.True(certificate.IsDisjoint);
        var row = certificate.Balance.Single(row => row is { Characteristic: "drain", Level: "positive", Part: "train" });
        Assert.Equal((2, 3), (row.Images, row.ImagesOfPart));
        Assert.Equal(2.0 / 3, row.Share.Value!.Value, 1e-12);
        Assert.Equal(.5, row.ShareElsewhere.Value!.Value, 1e-12);
        Assert.Equal(1.0 / 6, row.Difference.Value!.Value, 1e-12);
        Assert.Equal((1.0 / 6) / Math.Sqrt(((2.0 / 9) + .25) / 2), row.StandardisedDifference.Value!.Value, 1e-12);
    }

    [Fact]
    public void Of_LevelInOnePartOnly_HasNoStandardisedDifference()
    {
        var (certificate, _) = Small();
        var row = certificate.Balance.Single(row => row is { Characteristic: "view", Level: "PA", Part: "test" });
        Assert.Equal(-1, row.Difference.Value);
        Assert.Contains("all images have the level on one side", row.StandardisedDifference.Undefined, StringComparison.Ordinal);
        Assert.Equal("drain", certificate.LeastBalanced!.Characteristic, StringComparer.Ordinal);
    }

    [Fact]
    public void Of_OtherCohort_IsRefused()
    {
        var (_, split) = Small();
        Assert.Throws<ArgumentException>(() => SplitCertificate.Of(split, Cohorts.Of(1, 5)));
    }

    [Fact]
    public void Characteristics_Levels_AreInNaturalOrderAndOccur()
    {
        Assert.Equal(
            ["negative", "positive", "missing"],
            Characteristic.OfFinding("drain", [LabelState.Missing, LabelState.Positive, LabelState.Negative]).Levels,
            StringComparer.Ordinal);
        Assert.Equal(["F", "M", "missing"], Characteristic.OfValues("sex", ["M", null, "F", " ", "M"]).Levels, StringComparer.Ordinal);
        var ages = Characteristic.OfAges("age", [17, 18, 39, 40, 95, null], [18, 40, 65]);
        Assert.Equal(["under 18", "18-39", "40-64", "65 and over", "missing"], ages.Levels, StringComparer.Ordinal);
        Assert.Equal([0, 1, 1, 2, 3, 4], ages.LevelOfImage.ToArray());
        Assert.Throws<ArgumentException>(() => Characteristic.OfAges("age", [], [40, 18]));
    }

    private static (SplitCertificate Certificate, Split Split) Small()
    {
        string[] images = ["a", "b", "c", "d", "e"];
        string[] patients = ["1", "1", "2", "3", "4"];
        string[] parts = ["train", "train", "train", "test", "test"];
        var drain = Characteristic.OfFinding(
            "drain", [LabelState.Positive, LabelState.Negative, LabelState.Positive, LabelState.Positive, LabelState.Negative]);
        var view = Characteristic.OfValues("view", ["PA", "PA", "PA", "AP", "AP"]);
        var split = Split.Of([.. images.Select((image, index) => new SplitMember(image, patients[index], parts[index]))]);
        return (SplitCertificate.Of(split, new SplitCohort(images, patients, [drain, view])), split);
    }
}
