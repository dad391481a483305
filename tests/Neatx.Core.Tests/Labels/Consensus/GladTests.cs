using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Fixtures;

namespace Neatx.Core.Tests.Labels.Consensus;

public sealed class GladTests
{
    [Fact]
    public void Resolve_RatersOfKnownOrder_AreRankedByAbility()
    {
        double[] accuracies = [.95, .85, .75, .6, .5];
        var simulated = SimulatedTable.Draw(1_500, [.5, .5], [.. accuracies.Select(accuracy => SimulatedTable.Coin(2, accuracy))], seed: 21);

        var labels = new Glad().Resolve(simulated.Ratings).Labels!;
        var abilities = labels.Raters.Select(rater => rater.Ability.Value!.Value).ToList();

        Assert.Equal(abilities.OrderDescending(), abilities);
        Assert.Equal(0, abilities[4], .1);
        for (var rater = 0; rater < 5; rater++) Assert.Equal(accuracies[rater], labels.Raters[rater].Accuracy.Value!.Value, .05);
        Assert.True(labels.Fit!.Converged);
    }

    [Fact]
    public void Resolve_ItemsThatSplitTheRaters_AreHarder()
    {
        var ratings = Tables.Nominal(["L", "R"], [.. Enumerable.Repeat("L L L L L", 30), .. Enumerable.Repeat("R R R R R", 30), "L L L R R"]);

        var labels = new Glad().Resolve(ratings).Labels!;

        Assert.True(labels.Items[60].Difficulty > 2 * labels.Items[0].Difficulty);
        Assert.Equal("L", labels.LabelOf(60));
        Assert.InRange(labels.Items[60].Probability!.Value, .5, .99);
    }

    [Fact]
    public void Resolve_AbilitiesAndEasesOfTheModel_AreRecovered()
    {
        // Two kinds of items, beta 2 and .5, and five raters; wrong answers even over three classes.
        double[] abilities = [2.5, 2, 1.5, 1, .2];
        var simulated = SimulatedTable.DrawGlad(abilities, item => item % 2 == 0 ? 2 : .5, items: 1_500, classes: 3, seed: 4, ratersPerAbility: 2);

        var labels = new Glad().Resolve(simulated.Ratings).Labels!;
        var (easy, hard) = (Mean(labels, remainder: 0), Mean(labels, remainder: 1));

        Assert.True(hard / easy > 2, $"mean log difficulty {easy} and {hard}");
        var right = Enumerable.Range(0, 1_500).Count(item => labels.Items[item].Class == simulated.Truth[item]);
        var majority = new Majority().Resolve(simulated.Ratings).Labels!;
        Assert.True(right >= Enumerable.Range(0, 1_500).Count(item => majority.Items[item].Class == simulated.Truth[item]));
    }

    private static double Mean(ConsensusLabels labels, int remainder) =>
        labels.Items.Where((_, item) => item % 2 == remainder).Average(item => item.Difficulty!.Value);
}
