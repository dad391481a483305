using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Fixtures;

namespace Neatx.Core.Tests.Labels.Consensus;

public sealed class OneCoinTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Resolve_KnownAccuracies_AreRecovered(int classes)
    {
        double[] accuracies = [.95, .8, .7, .6];
        double[] prevalences = [.4, .. Enumerable.Repeat(.6 / (classes - 1), classes - 1)];
        var simulated = SimulatedTable.Draw(8_000, prevalences, [.. accuracies.Select(accuracy => SimulatedTable.Coin(classes, accuracy))], seed: 5);

        var labels = new OneCoin().Resolve(simulated.Ratings).Labels!;

        for (var rater = 0; rater < accuracies.Length; rater++) Assert.Equal(accuracies[rater], labels.Raters[rater].Accuracy.Value!.Value, .03);
        Assert.Equal(.4, labels.Fit!.Prevalences[0], .03);
    }

    [Fact]
    public void Resolve_ThreeRatersInPairs_IsIdentifiedByTheRing()
    {
        double[] accuracies = [.95, .8, .65];
        var simulated = SimulatedTable.Draw(9_000, [.6, .4], [.. accuracies.Select(accuracy => SimulatedTable.Coin(2, accuracy))], seed: 9);
        var pairs = simulated.WithoutRater(item => item % 3);

        var labels = new OneCoin().Resolve(pairs).Labels!;

        for (var rater = 0; rater < 3; rater++) Assert.Equal(accuracies[rater], labels.Raters[rater].Accuracy.Value!.Value, .05);
        Assert.NotNull(new DawidSkene().Resolve(pairs).Refusal);
    }
}
