using System.Globalization;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;

namespace Neatx.Core.Tests.Campaign;

public sealed class RaterSimulationTests
{
    private const int Count = 20_000;

    [Fact]
    public void RatingsOf_KnownSensitivityAndSpecificity_AreMetWithinBinomialError()
    {
        var items = Items(Count, item => item % 4 == 0);
        var ratings = Of(new SimulatedRater("a") { Sensitivity = .8, Specificity = .95, Undecided = 0 }).RatingsOf(0, items);

        Near(.8, Share(items, ratings, item => item.IsPositive, rating => rating.Side == LabelState.Positive), Count / 4);
        Near(.95, Share(items, ratings, item => !item.IsPositive, rating => rating.Side == LabelState.Negative), Count * 3 / 4);
    }

    [Fact]
    public void RatingsOf_KnownCertainty_IsMetWithinBinomialError()
    {
        var items = Items(Count, item => item % 2 == 0);
        var ratings = Of(new SimulatedRater("a") { Undecided = .1, UnsureWhenRight = .3, UnsureWhenWrong = .6 }).RatingsOf(0, items);

        Near(.1, ratings.Count(rating => rating.Certainty == .5) / (double)Count, Count);
        var right = items.Zip(ratings).Where(pair => pair.Second.Side == (pair.First.IsPositive ? LabelState.Positive : LabelState.Negative)).ToList();
        var wrong = items.Zip(ratings).Where(pair => pair.Second.Side == (pair.First.IsPositive ? LabelState.Negative : LabelState.Positive)).ToList();
        Near(.3, right.Count(pair => pair.Second.Certainty is .25 or .75) / (double)right.Count, right.Count);
        Near(.6, wrong.Count(pair => pair.Second.Certainty is .25 or .75) / (double)wrong.Count, wrong.Count);
    }

    [Fact]
    public void RatingsOf_UnfitAndSkipped_AreMetWithinBinomialError()
    {
        var items = Items(Count, item => item % 2 == 0).Select((item, index) => item with { IsUnfit = index % 10 == 0 }).ToList();
        var ratings = Of(new SimulatedRater("a") { InvalidWhenFit = .02, InvalidWhenUnfit = .7, Skipped = .25 }).RatingsOf(0, items);

        Near(.25, ratings.Count(rating => rating == Rating.Missing) / (double)Count, Count);
        Near(.75 * .7, Share(items, ratings, item => item.IsUnfit, rating => rating == Rating.Invalid), Count / 10);
        Near(.75 * .02, Share(items, ratings, item => !item.IsUnfit, rating => rating == Rating.Invalid), Count * 9 / 10);
    }

    [Fact]
    public void RatingsOf_LinearDrift_ChangesFromTheFirstQuarterToTheLast()
    {
        var items = Items(Count, _ => true);
        var ratings = Of(new SimulatedRater("a") { Sensitivity = .9, Undecided = 0, Drift = new RaterDrift { Sensitivity = -.4 } }).RatingsOf(0, items);

        Near(.85, ratings.Take(Count / 4).Count(rating => rating.Side == LabelState.Positive) * 4.0 / Count, Count / 4);
        Near(.55, ratings.Skip(Count * 3 / 4).Count(rating => rating.Side == LabelState.Positive) * 4.0 / Count, Count / 4);
    }

    [Fact]
    public void ProbabilityOfRightCall_ThresholdDrift_TradesSensitivityForSpecificity()
    {
        var rater = new SimulatedRater("a") { Sensitivity = .9, Specificity = .9, Drift = new RaterDrift { Threshold = 1 } };
        var (positive, negative) = (new SimulatedItem("p", isPositive: true), new SimulatedItem("n", isPositive: false));

        Assert.Equal(.9, rater.ProbabilityOfRightCall(positive, 0), 12);
        Assert.Equal(.9, rater.ProbabilityOfRightCall(negative, 0), 12);
        // Phi(1.2815516 - 1) and Phi(1.2815516 + 1).
        Assert.Equal(.610856, rater.ProbabilityOfRightCall(positive, 1), 6);
        Assert.Equal(.988742, rater.ProbabilityOfRightCall(negative, 1), 6);
    }

    [Fact]
    public void ProbabilityOfRightCall_Difficulty_LeadsToACoinToss()
    {
        var rater = new SimulatedRater("a") { Sensitivity = 1 };
        var hard = new SimulatedItem("x", isPositive: true) { Difficulty = 1 };

        Assert.Equal(1, rater.ProbabilityOfRightCall(hard with { Difficulty = .5 }, 0));
        Assert.Equal(.5, rater.ProbabilityOfRightCall(hard, 0), 12);
        Assert.Equal(.5, (rater with { Sensitivity = .7 }).ProbabilityOfRightCall(hard, 0), 12);
    }

    [Fact]
    public void Simulate_SameSeed_GivesTheSameRatings_AndARaterAddedChangesNone()
    {
        var items = Items(200, item => item % 3 == 0);
        var (a, b) = (new SimulatedRater("a"), new SimulatedRater("b"));
        var table = new RaterSimulation(a, b) { Seed = 7 }.Simulate(items);
        var wider = new RaterSimulation(a, b, new SimulatedRater("c")) { Seed = 7 }.Simulate(items);
        var other = new RaterSimulation(a, b) { Seed = 8 }.Simulate(items);

        Assert.Equal(items.Select(item => item.Name), table.Items, StringComparer.Ordinal);
        Assert.All(Enumerable.Range(0, 200), item => Assert.Equal(table.CategoriesOf(item).ToArray(), wider.CategoriesOf(item)[..2].ToArray()));
        Assert.Contains(Enumerable.Range(0, 200), item => !table.CategoriesOf(item).SequenceEqual(other.CategoriesOf(item)));
    }

    [Fact]
    public void Simulate_ThreeRaters_DawidSkeneRecoversTheirConfusion()
    {
        var raters = new[] { (.95, .9), (.8, .97), (.7, .85) }
            .Select((skill, index) => new SimulatedRater($"rater {index}") { Sensitivity = skill.Item1, Specificity = skill.Item2 }).ToArray();
        var labels = new DawidSkene().Resolve(new RaterSimulation(raters).Simulate(Items(Count, item => item % 4 == 0))).Labels!;

        Assert.All(raters.Zip(labels.Raters), pair =>
        {
            Assert.Equal(pair.First.Specificity, pair.Second.Confusion![0, 0]!.Value, .03);
            Assert.Equal(pair.First.Sensitivity, pair.Second.Confusion[1, 1]!.Value, .03);
        });
    }

    [Fact]
    public void New_NameTwice_Throws()
    {
        Assert.Throws<ArgumentException>(() => new RaterSimulation(new SimulatedRater("a"), new SimulatedRater("a")));
        Assert.Throws<ArgumentException>(() => new RaterSimulation());
        Assert.Throws<ArgumentException>(() => Of(new SimulatedRater("a")).Simulate([new SimulatedItem("x", isPositive: true), new SimulatedItem("x", isPositive: true)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedRater("a") { Sensitivity = 1.1 });
        Assert.Throws<ArgumentException>(() => new SimulatedItem(" ", isPositive: true));
    }

    private static RaterSimulation Of(SimulatedRater rater) => new(rater) { Seed = 42 };

    private static List<SimulatedItem> Items(int count, Func<int, bool> isPositive) =>
        [.. Enumerable.Range(0, count).Select(item => new SimulatedItem(item.ToString(CultureInfo.InvariantCulture), isPositive(item)))];

    private static double Share(
        IReadOnlyList<SimulatedItem> items, IReadOnlyList<Rating> ratings, Func<SimulatedItem, bool> among, Func<Rating, bool> isCounted)
    {
        var chosen = items.Zip(ratings).Where(pair => among(pair.First)).ToList();
        return chosen.Count(pair => isCounted(pair.Second)) / (double)chosen.Count;
    }

    /// <summary>Within four standard errors of a share of n.</summary>
    private static void Near(double expected, double actual, int n) => Assert.Equal(expected, actual, 4 * Math.Sqrt(expected * (1 - expected) / n));
}
