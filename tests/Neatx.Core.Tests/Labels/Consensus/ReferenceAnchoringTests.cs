using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Fixtures;

namespace Neatx.Core.Tests.Labels.Consensus;

public sealed class ReferenceAnchoringTests
{
    public static TheoryData<string> Models => ["dawid-skene", "one-coin", "glad", "mace"];

    [Fact]
    public void Resolve_TwoRatersWithReference_RecoversTheirConfusion()
    {
        double[,] first = { { .95, .05 }, { .2, .8 } };
        double[,] second = { { .85, .15 }, { .1, .9 } };
        var simulated = SimulatedTable.Draw(8_000, [.7, .3], [first, second], seed: 31);
        var reference = ReferenceLabels.Of(simulated.Ratings, Enumerable.Range(0, 2_000).Select(simulated.Reference));

        Assert.NotNull(new DawidSkene().Resolve(simulated.Ratings).Refusal);
        var outcome = new DawidSkene().Resolve(simulated.Ratings, reference);

        Assert.Equal(2_000, outcome.Provenance.ReferenceLabels);
        Assert.Equal(.3, outcome.Labels!.Fit!.Prevalences[1], .04);
        Assert.Equal(.95, outcome.Labels.Raters[0].Confusion![0, 0]!.Value, .04);
        Assert.Equal(.8, outcome.Labels.Raters[0].Confusion![1, 1]!.Value, .04);
        Assert.Equal(.85, outcome.Labels.Raters[1].Confusion![0, 0]!.Value, .04);
        Assert.Equal(.9, outcome.Labels.Raters[1].Confusion![1, 1]!.Value, .04);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Resolve_ItemsWithReference_KeepTheirLabel(string name)
    {
        var simulated = SimulatedTable.Draw(500, [.5, .5], [SimulatedTable.Coin(2, .7), SimulatedTable.Coin(2, .8)], seed: 8);
        var reference = ReferenceLabels.Of(simulated.Ratings, Enumerable.Range(0, 200).Select(simulated.Reference));
        var rule = (ModelRule)ConsensusRules.All.Single(candidate => candidate.Name == name);

        var labels = rule.Resolve(simulated.Ratings, reference).Labels!;

        Assert.All(Enumerable.Range(0, 200), item =>
        {
            Assert.Equal(simulated.Truth[item], labels.Items[item].Class);
            Assert.Equal(1, labels.Items[item].Probability);
        });
        var trace = labels.Fit!.LogLikelihood;
        for (var step = 1; step < trace.Count; step++) Assert.True(trace[step] >= trace[step - 1] - (1e-9 * Math.Abs(trace[step])));
    }

    [Fact]
    public void Resolve_ReferenceWithoutRating_LabelsTheItem()
    {
        var ratings = Tables.Certainties([.. Enumerable.Repeat("1 1 1", 5), .. Enumerable.Repeat("0 0 0", 5), "- - -", "1 1 1"]);
        var reference = ReferenceLabels.Of(ratings, [new("10", "positive"), new("11", "invalid")]);

        var labels = new DawidSkene().Resolve(ratings, reference).Labels!;

        Assert.Equal(LabelState.Positive, labels.Items[10].State);
        Assert.Equal(0, labels.Items[10].Support);
        Assert.Equal(LabelState.Invalid, labels.Items[11].State);
    }

    [Fact]
    public void Resolve_ReferenceOfOneClassOnly_RefusesAndNamesTheOther()
    {
        var ratings = Tables.Certainties([.. Enumerable.Repeat("1 1", 5), .. Enumerable.Repeat("0 0", 5)]);
        var reference = ReferenceLabels.Of(ratings, [new("0", "positive"), new("1", "positive")]);

        var refusal = new DawidSkene().Resolve(ratings, reference).Refusal;

        Assert.Contains("no rated item has a reference of class 'negative'", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_ReferenceOfAnotherTable_Throws()
    {
        var reference = ReferenceLabels.Of(Tables.Certainties(["1 1 1"]), []);

        Assert.Throws<ArgumentException>(() => new DawidSkene().Resolve(Tables.Certainties(["1 1 1"]), reference));
    }
}
