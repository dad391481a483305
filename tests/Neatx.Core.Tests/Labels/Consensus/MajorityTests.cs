using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Fixtures;

namespace Neatx.Core.Tests.Labels.Consensus;

public sealed class MajorityTests
{
    [Theory]
    [InlineData("1 1 0", LabelState.Positive)]
    [InlineData("0 .25 1", LabelState.Negative)]
    [InlineData("1 0", LabelState.Uncertain)]
    [InlineData("1 .5 .5", LabelState.Uncertain)]
    [InlineData("1", LabelState.Positive)]
    [InlineData("-", LabelState.Missing)]
    [InlineData("INVALID INVALID 1", LabelState.Invalid)]
    [InlineData("INVALID 1 1", LabelState.Positive)]
    [InlineData("INVALID 1", LabelState.Uncertain)]
    [InlineData("INVALID", LabelState.Invalid)]
    public void Resolve_Ratings_GiveTheMostCommonSide(string ratings, LabelState expected) => Assert.Equal(expected, StateOf(new Majority(), ratings));

    [Theory]
    [InlineData(TiePolicy.Uncertain, LabelState.Uncertain)]
    [InlineData(TiePolicy.Negative, LabelState.Negative)]
    [InlineData(TiePolicy.Positive, LabelState.Positive)]
    [InlineData(TiePolicy.Missing, LabelState.Missing)]
    public void Resolve_Tie_FollowsThePolicy(TiePolicy tie, LabelState expected) => Assert.Equal(expected, StateOf(new Majority { Tie = tie }, "1 0"));

    [Theory]
    [InlineData("1 .25 .25", LabelState.Uncertain)]
    [InlineData("1 .25", LabelState.Positive)]
    [InlineData("1 .5 .5 .5", LabelState.Positive)]
    [InlineData(".5 .5", LabelState.Uncertain)]
    public void Resolve_WeighedByCertainty_CountsHalfForUnsureGrades(string ratings, LabelState expected) =>
        Assert.Equal(expected, StateOf(new Majority { Weight = VoteWeight.Certainty }, ratings));

    [Fact]
    public void Resolve_Plurality_CarriesItsShare()
    {
        var labels = new Majority().Resolve(Tables.Nominal(["L", "R", "both"], ["L L R both INVALID"])).Labels!;

        Assert.Equal("L", labels.LabelOf(0));
        Assert.Null(labels.Items[0].State);
        Assert.Equal(.4, labels.Items[0].Probability);
        Assert.Equal(5, labels.Items[0].Support);
    }

    [Fact]
    public void Resolve_TieToPositiveAmongNamedCategories_Refuses()
    {
        var outcome = new Majority { Tie = TiePolicy.Positive }.Resolve(Tables.Nominal(["L", "R"], ["L R"]));

        Assert.Null(outcome.Labels);
        Assert.Contains("tie policy", outcome.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_CertaintyWeightsAmongNamedCategories_Refuses() =>
        Assert.NotNull(new Majority { Weight = VoteWeight.Certainty }.Resolve(Tables.Nominal(["L", "R"], ["L R"])).Refusal);

    private static LabelState? StateOf(ConsensusRule rule, string ratings) => rule.Resolve(Tables.OneItem(ratings)).Labels!.Items[0].State;
}
