using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Fixtures;

namespace Neatx.Core.Tests.Labels.Consensus;

public sealed class MaceTests
{
    [Fact]
    public void Resolve_RaterWhoAlwaysSaysTheSame_HasNoCompetence()
    {
        double[,] habit = { { 1, 0, 0 }, { 1, 0, 0 }, { 1, 0, 0 } };
        var simulated = SimulatedTable.Draw(
            1_500, [.4, .3, .3], [SimulatedTable.Coin(3, .9), SimulatedTable.Coin(3, .8), SimulatedTable.Coin(3, .8), habit], seed: 13);

        var labels = new Mace().Resolve(simulated.Ratings).Labels!;

        Assert.Equal(0, labels.Raters[3].Ability.Value!.Value, .05);
        // Accuracy = competence + (1 - competence) / 3 where guesses are even.
        Assert.Equal((.9 - (1.0 / 3)) * 1.5, labels.Raters[0].Ability.Value!.Value, .05);
        Assert.Equal(1, labels.Raters[3].Confusion![2, 0]!.Value, .05);
    }

    [Fact]
    public void Resolve_Restarts_NeverEndLower()
    {
        var simulated = SimulatedTable.Draw(60, [.5, .5], [.. Enumerable.Range(0, 5).Select(_ => SimulatedTable.Coin(2, .6))], seed: 2, ratedShare: .6);

        var without = new Mace { Restarts = 0 }.Resolve(simulated.Ratings).Labels!.Fit!;
        var with = new Mace { Restarts = 20, Seed = 3 }.Resolve(simulated.Ratings).Labels!.Fit!;
        var again = new Mace { Restarts = 20, Seed = 3 }.Resolve(simulated.Ratings).Labels!.Fit!;

        Assert.Equal(0, without.Restart);
        Assert.True(with.LogLikelihood[^1] >= without.LogLikelihood[^1]);
        Assert.Equal(with.LogLikelihood, again.LogLikelihood);
    }
}
