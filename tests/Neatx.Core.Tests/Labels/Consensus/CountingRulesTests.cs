using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Fixtures;

namespace Neatx.Core.Tests.Labels.Consensus;

public sealed class CountingRulesTests
{
    [Theory]
    [InlineData("1 1", LabelState.Positive)]
    [InlineData(".75 1", LabelState.Positive)]
    [InlineData("0 .25", LabelState.Negative)]
    [InlineData("0 1", LabelState.Uncertain)]
    [InlineData("1 .5", LabelState.Uncertain)]
    [InlineData(".5 .5", LabelState.Uncertain)]
    [InlineData("1 -", LabelState.Missing)]
    [InlineData("- -", LabelState.Missing)]
    [InlineData("INVALID INVALID", LabelState.Invalid)]
    [InlineData("INVALID 1", LabelState.Uncertain)]
    [InlineData("INVALID -", LabelState.Missing)]
    [InlineData("1 .75 0", LabelState.Uncertain)]
    [InlineData("1 .75 1", LabelState.Positive)]
    public void SameSide_Ratings_GiveTheState(string ratings, LabelState expected) => Assert.Equal(expected, StateOf(new SameSide(), ratings));

    [Theory]
    [InlineData("1 1", LabelState.Positive)]
    [InlineData("0 0", LabelState.Negative)]
    [InlineData(".75 1", LabelState.Uncertain)]
    [InlineData(".75 .75", LabelState.Uncertain)]
    [InlineData("0 1", LabelState.Uncertain)]
    [InlineData("1 -", LabelState.Missing)]
    [InlineData("INVALID INVALID", LabelState.Invalid)]
    public void BothCertain_Ratings_GiveTheState(string ratings, LabelState expected) => Assert.Equal(expected, StateOf(new BothCertain(), ratings));

    [Theory]
    [InlineData(".75 .75", LabelState.Positive)]
    [InlineData(".75 1", LabelState.Uncertain)]
    [InlineData(".5 .5", LabelState.Uncertain)]
    [InlineData("0 0 0", LabelState.Negative)]
    public void Unanimous_Grades_MustBeEqual(string ratings, LabelState expected) => Assert.Equal(expected, StateOf(new Unanimous(), ratings));

    [Theory]
    [InlineData(InvalidPolicy.UncertainUnlessAll, LabelState.Uncertain)]
    [InlineData(InvalidPolicy.AnyIsInvalid, LabelState.Invalid)]
    [InlineData(InvalidPolicy.LeftOut, LabelState.Positive)]
    public void SameSide_SomeInvalid_FollowsThePolicy(InvalidPolicy policy, LabelState expected) =>
        Assert.Equal(expected, StateOf(new SameSide { Invalid = policy }, "1 .75 INVALID"));

    [Theory]
    [InlineData(InvalidPolicy.UncertainUnlessAll)]
    [InlineData(InvalidPolicy.AnyIsInvalid)]
    [InlineData(InvalidPolicy.LeftOut)]
    public void SameSide_AllInvalid_IsInvalidUnderEachPolicy(InvalidPolicy policy) =>
        Assert.Equal(LabelState.Invalid, StateOf(new SameSide { Invalid = policy }, "INVALID INVALID"));

    [Fact]
    public void SameSide_InvalidLeftOut_DoesNotCountTowardsTheMinimum() =>
        Assert.Equal(LabelState.Missing, StateOf(new SameSide { Invalid = InvalidPolicy.LeftOut }, "1 INVALID"));

    [Fact]
    public void SameSide_OneRaterTwice_IsOneRater()
    {
        var table = new RatingTableBuilder(RatingScale.Certainty)
            .Add("x", "a", Rating.OfCertainty(1)).Add("x", "a", Rating.OfCertainty(1)).Build();

        Assert.Equal(LabelState.Missing, new SameSide().Resolve(table).Labels!.Items[0].State);
        Assert.Equal(LabelState.Positive, new SameSide { MinimumRaters = 1 }.Resolve(table).Labels!.Items[0].State);
    }

    [Fact]
    public void Resolve_Items_CarryShareAndSupport()
    {
        var labels = new SameSide().Resolve(Tables.Certainties(["1 .75 1", "1 0 1", "- - 1", "INVALID INVALID -"])).Labels!;

        Assert.Equal([1.0, 2.0 / 3, null, 1.0], labels.Items.Select(item => item.Probability));
        Assert.Equal([3, 3, 1, 2], labels.Items.Select(item => item.Support));
        Assert.Equal("positive uncertain missing invalid", string.Join(' ', Enumerable.Range(0, 4).Select(labels.LabelOf)));
        Assert.Equal([1.0 / 3, 2.0 / 3], labels.ProbabilitiesOf(1).ToArray());
        Assert.True(labels.ProbabilitiesOf(2).IsEmpty);
        Assert.Equal([3, 3, 3], labels.Raters.Select(rater => rater.Ratings));
        Assert.Null(labels.Fit);
    }

    [Theory]
    [InlineData("L L", "L")]
    [InlineData("L R", "uncertain")]
    [InlineData("L INVALID", "uncertain")]
    public void Unanimous_NamedCategories_MustBeEqual(string ratings, string expected) =>
        Assert.Equal(expected, new Unanimous().Resolve(Tables.Nominal(["L", "R", "both"], [ratings])).Labels!.LabelOf(0));

    [Fact]
    public void SameSide_NamedCategories_RefusesAndSaysWhatToUse()
    {
        var outcome = new SameSide().Resolve(Tables.Nominal(["L", "R"], ["L L"]));

        Assert.False(outcome.TryGet(out _, out var refusal));
        Assert.Contains("use unanimous or majority", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_VoteOutsideMajority_Throws() => Assert.Throws<ArgumentException>(() => new SameSide { Invalid = InvalidPolicy.Vote });

    [Fact]
    public void MinimumRaters_Zero_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new SameSide { MinimumRaters = 0 });

    private static LabelState? StateOf(ConsensusRule rule, string ratings) => rule.Resolve(Tables.OneItem(ratings)).Labels!.Items[0].State;
}
