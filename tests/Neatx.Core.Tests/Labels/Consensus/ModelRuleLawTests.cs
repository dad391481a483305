using CsCheck;
using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Fixtures;

namespace Neatx.Core.Tests.Labels.Consensus;

/// <summary>What holds for every rule that is estimated by EM, on any ratings.</summary>
public sealed class ModelRuleLawTests
{
    private static readonly ModelRule[] Rules =
    [
        new DawidSkene(),
        new DawidSkene { Smoothing = .5 },
        new DawidSkene { Grades = GradeReading.Ordinal, Invalid = InvalidReading.Category },
        new DawidSkene { Grades = GradeReading.Weight, Invalid = InvalidReading.Class },
        new OneCoin(),
        new OneCoin { Smoothing = 1, ClassPrior = ClassPrior.Uniform, Grades = GradeReading.Weight },
        new OneCoin { Invalid = InvalidReading.Class },
        new Glad(),
        new Glad { AbilitySd = double.PositiveInfinity, LogEaseSd = double.PositiveInfinity, ClassPrior = ClassPrior.Estimated },
        new Glad { Grades = GradeReading.Weight, Invalid = InvalidReading.Class },
        new Mace { Restarts = 2 },
        new Mace { CompetencePrior = 0, HabitPrior = 0, ClassPrior = ClassPrior.Estimated, Restarts = 1, Grades = GradeReading.Weight },
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Rules.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void LogLikelihood_AnyRatings_NeverFalls(int number) => Gen.OneOf(RandomTables.Nominal, RandomTables.Certainties).Sample(ratings =>
    {
        var outcome = (Rules[number] with { MaximumIterations = 60 }).Resolve(ratings);
        if (outcome.Labels is null) return;
        var trace = outcome.Labels.Fit!.LogLikelihood;
        Assert.All(trace, value => Assert.True(double.IsFinite(value)));
        for (var step = 1; step < trace.Count; step++)
            Assert.True(trace[step] >= trace[step - 1] - (1e-9 * (1 + Math.Abs(trace[step]))), $"{trace[step - 1]:R} fell to {trace[step]:R} at {step}.");
    });

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Resolve_AnyRatings_GivesProbabilitiesThatSumToOneOrAReason(int number) => Gen.OneOf(RandomTables.Nominal, RandomTables.Certainties).Sample(ratings =>
    {
        var outcome = (Rules[number] with { MaximumIterations = 20 }).Resolve(ratings);
        Assert.NotEqual(outcome.Labels is null, outcome.Refusal is null);
        if (outcome.Labels is not { } labels) return;
        Assert.Equal(1, labels.Fit!.Prevalences.Sum(), 9);
        for (var item = 0; item < ratings.Items.Count; item++)
        {
            var label = labels.Items[item];
            if (ratings.CategoriesOf(item).IsEmpty) Assert.Equal(LabelState.Missing, label.State);
            if (label.Probability is null) continue;
            Assert.Equal(1, labels.ProbabilitiesOf(item).ToArray().Sum(), 9);
            Assert.InRange(label.Probability.Value, 0, 1);
            if (label.Class is { } @class) Assert.Equal(label.Probability.Value, labels.ProbabilitiesOf(item)[@class]);
        }
    });

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Resolve_ClassesRenumbered_GivesTheSameLabelsRenumbered(int number) =>
        RandomTables.Entries.SelectMany(entries => Gen.Shuffle(Enumerable.Range(0, entries.Classes).ToArray()).Select(order => (entries, order))).Sample(drawn =>
        {
            var ((classes, entries), order) = drawn;
            var renumbered = entries.Select(entry => entry with { Category = entry.Category == classes ? classes : order[entry.Category] });
            var before = Probabilities(number, RandomTables.Build(classes, entries));
            var after = Probabilities(number, RandomTables.Build(classes, renumbered));
            Assert.Equal(before is null, after is null);
            for (var item = 0; before is not null && item < before.Length; item++)
                for (var @class = 0; @class < Math.Min(classes, before[item].Length); @class++)
                    Assert.Equal(before[item][@class], after![item][order[@class]], 1e-6);
        });

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Resolve_RatersAndItemsRenumbered_GivesTheSameLabels(int number) =>
        Gen.Select(RandomTables.Entries, Gen.Shuffle(Enumerable.Range(0, 5).ToArray()), Gen.Shuffle(Enumerable.Range(0, 12).ToArray())).Sample((drawn, raters, items) =>
        {
            var (classes, entries) = drawn;
            var renumbered = entries.Select(entry => entry with { Rater = raters[entry.Rater], Item = items[entry.Item] });
            var before = Probabilities(number, RandomTables.Build(classes, entries));
            var after = Probabilities(number, RandomTables.Build(classes, renumbered));
            Assert.Equal(before is null, after is null);
            for (var item = 0; before is not null && item < before.Length; item++)
                for (var @class = 0; @class < before[item].Length; @class++)
                    Assert.Equal(before[item][@class], after![items[item]][@class], 1e-6);
        });

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Resolve_OneThreadOrMany_GivesTheSameBits(int number)
    {
        var ratings = SimulatedTable.Draw(15_000, [.7, .3], [.. Enumerable.Range(0, 6).Select(rater => SimulatedTable.Coin(2, .6 + (.05 * rater)))], seed: 3).Ratings;
        var rule = Rules[number] with { MaximumIterations = 5 };
        var alone = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, maxConcurrencyLevel: 1).ConcurrentScheduler);

        var many = rule.Resolve(ratings).Labels!;
        var one = (await alone.StartNew(() => rule.Resolve(ratings), TestContext.Current.CancellationToken)).Labels!;

        Assert.Equal(many.Fit!.LogLikelihood, one.Fit!.LogLikelihood);
        Assert.Equal(many.Items, one.Items);
    }

    /// <summary>
    /// A stated number of iterations from the majority and priors that are not flat, since convergence, random starts and maxima at infinity
    /// depend on the last bits.
    /// </summary>
    private static double[][]? Probabilities(int number, RatingTable ratings)
    {
        var rule = Rules[number] with { MaximumIterations = 8, Tolerance = 0 };
        if (rule is Mace mace) rule = mace with { Restarts = 0 };
        if (rule is Glad glad) rule = glad with { AbilitySd = Math.Min(glad.AbilitySd, 3), LogEaseSd = Math.Min(glad.LogEaseSd, 3) };
        return rule.Resolve(ratings).Labels is { } labels
            ? [.. Enumerable.Range(0, ratings.Items.Count).Select(item => labels.ProbabilitiesOf(item).ToArray())]
            : null;
    }
}
