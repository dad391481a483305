using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Fixtures;

namespace Neatx.Core.Tests.Labels.Consensus;

/// <summary>Ratings at the edges, under every model.</summary>
public sealed class DegenerateRatingsTests
{
    public static TheoryData<string> Models => ["dawid-skene", "one-coin", "glad", "mace"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Resolve_EveryRatingTheSame_GivesThatLabel(string name)
    {
        var labels = Resolve(name, Tables.Certainties(Enumerable.Repeat("0 0 0", 10)));

        Assert.All(labels.Items, item => Assert.Equal(LabelState.Negative, item.State));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Resolve_ScaleOfOneCategory_GivesIt(string name)
    {
        var labels = Resolve(name, Tables.Nominal(["only"], ["only only", "only -", "- -"]));

        Assert.Equal(["only", "only", "missing"], Enumerable.Range(0, 3).Select(labels.LabelOf), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Resolve_ItemWithoutRating_IsMissingWithoutProbability(string name)
    {
        var labels = Resolve(name, Tables.Certainties(["1 1 1", "0 0 0", "- - -"]));

        Assert.Equal(LabelState.Missing, labels.Items[2].State);
        Assert.Null(labels.Items[2].Probability);
        Assert.Equal(0, labels.Items[2].Support);
        Assert.True(labels.ProbabilitiesOf(2).IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Resolve_RaterWithoutRating_HasUndefinedEstimates(string name)
    {
        var labels = Resolve(name, Tables.Certainties(["1 1 1 -", "0 0 0 -", "1 1 1 -"]));

        Assert.Equal(0, labels.Raters[3].Ratings);
        Assert.Null(labels.Raters[3].Accuracy.Value);
        Assert.NotNull(labels.Raters[3].Accuracy.Undefined);
        if (labels.Raters[3].Confusion is { } confusion) Assert.Equal("the rater rated no item of class 'negative'", confusion.Undefined(0));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Resolve_RaterWhoAlwaysSaysTheSame_DoesNotOutvoteTheOthers(string name)
    {
        var items = Enumerable.Range(0, 200).Select(index => (index % 10) switch
        {
            < 4 => "1 1 1 1",
            < 8 => "1 0 0 0",
            8 => "1 1 0 1",
            _ => "1 0 0 1",
        });

        var labels = Resolve(name, Tables.Certainties(items));

        Assert.Equal(LabelState.Positive, labels.Items[0].State);
        Assert.Equal(LabelState.Negative, labels.Items[4].State);
    }

    [Fact]
    public void Resolve_RaterWithNoRatingOfAClass_HasThatRowUndefined()
    {
        var labels = Resolve("dawid-skene", Tables.Certainties(["1 1 1 -", "1 1 1 -", "0 0 0 0", "0 0 0 0"]));

        Assert.Null(labels.Raters[3].Confusion![1, 1]);
        Assert.Equal("the rater rated no item of class 'positive'", labels.Raters[3].Confusion!.Undefined(1));
        Assert.Equal(1, labels.Raters[3].Confusion![0, 0]);
        Assert.Null(labels.Raters[3].Accuracy.Value);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Resolve_MinimumRaters_LeavesThinItemsMissing(string name)
    {
        var rule = (ModelRule)ConsensusRules.All.Single(candidate => candidate.Name == name) with { MinimumRaters = 2 };

        var labels = rule.Resolve(Tables.Certainties(["1 1 1", "0 0 0", "1 - -", "INVALID - 1", "1 1 -"])).Labels!;

        Assert.Equal(
            [LabelState.Positive, LabelState.Negative, LabelState.Missing, LabelState.Missing, LabelState.Positive],
            labels.Items.Select(item => item.State!.Value));
    }

    [Fact]
    public void Resolve_PosteriorNotAboveTheThreshold_IsUncertain()
    {
        string[] positives = ["1 1 1", "1 1 1", "1 1 1", "1 1 0", "1 0 1", "0 1 1"];
        string[] negatives = ["0 0 0", "0 0 0", "0 0 0", "0 0 1", "0 1 0", "1 0 0"];
        var ratings = Tables.Certainties([.. positives, .. negatives]);

        var sure = new OneCoin().Resolve(ratings).Labels!;
        var strict = new OneCoin { CertainAbove = .9999 }.Resolve(ratings).Labels!;

        Assert.Equal(LabelState.Positive, sure.Items[3].State);
        Assert.Equal(LabelState.Uncertain, strict.Items[3].State);
        Assert.Equal(sure.Items[3].Probability, strict.Items[3].Probability);
    }

    [Theory]
    [InlineData(InvalidReading.LeftOut, LabelState.Invalid, LabelState.Positive)]
    [InlineData(InvalidReading.Category, LabelState.Invalid, LabelState.Positive)]
    [InlineData(InvalidReading.Class, LabelState.Invalid, LabelState.Invalid)]
    public void Resolve_Invalid_IsNeverMissing(InvalidReading reading, LabelState allInvalid, LabelState mostInvalid)
    {
        var items = Enumerable.Repeat("1 1 1", 20).Concat(Enumerable.Repeat("0 0 0", 20)).Concat(Enumerable.Repeat("INVALID INVALID INVALID", 10))
            .Append("INVALID INVALID 1");

        var labels = new DawidSkene { Invalid = reading }.Resolve(Tables.Certainties(items)).Labels!;

        Assert.Equal(allInvalid, labels.Items[45].State);
        Assert.Equal(mostInvalid, labels.Items[50].State);
        Assert.Equal(reading == InvalidReading.Class ? 3 : 2, labels.Classes.Count);
        Assert.Equal(reading != InvalidReading.LeftOut, labels.Raters[0].Confusion!.Categories.Contains("INVALID", StringComparer.Ordinal));
    }

    [Fact]
    public void Options_WhatTheModelCannotRead_Throws()
    {
        Assert.Throws<ArgumentException>(() => new OneCoin { Grades = GradeReading.Ordinal });
        Assert.Throws<ArgumentException>(() => new Mace { Invalid = InvalidReading.Category });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DawidSkene { CertainAbove = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DawidSkene { Smoothing = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Glad { AbilitySd = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mace { Restarts = -1 });
    }

    private static ConsensusLabels Resolve(string name, RatingTable ratings) =>
        ConsensusRules.All.Single(rule => rule.Name == name).Resolve(ratings).Labels!;
}
