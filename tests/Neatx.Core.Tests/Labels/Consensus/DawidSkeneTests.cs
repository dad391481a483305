using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Fixtures;
using Neatx.Core.Tests.Golden;

namespace Neatx.Core.Tests.Labels.Consensus;

public sealed class DawidSkeneTests
{
    [Fact]
    public void Resolve_AnaesthetistsOf1979_GivesThePublishedNumbers()
    {
        var labels = new DawidSkene { Tolerance = 1e-13 }.Resolve(Anaesthetists.Ratings()).Labels!;

        Assert.True(labels.Fit!.Converged);
        Assert.Equal(Anaesthetists.LogLikelihood, labels.Fit.LogLikelihood[^1], 4);
        for (var k = 0; k < 4; k++)
        {
            Assert.Equal(Anaesthetists.Prevalences[k], labels.Fit.Prevalences[k], 4);
            Assert.Equal(Anaesthetists.DiagonalOfObserver1[k], labels.Raters[0].Confusion![k, k]!.Value, 4);
        }
    }

    [Fact]
    public void Resolve_AnaesthetistsOf1979_DiffersFromMajorityAtThreePatients()
    {
        var ratings = Anaesthetists.Ratings();
        var model = new DawidSkene().Resolve(ratings).Labels!;
        var majority = new Majority().Resolve(ratings).Labels!;

        var differ = Enumerable.Range(0, ratings.Items.Count).Where(item => model.Items[item].Class != majority.Items[item].Class);

        Assert.Equal(Anaesthetists.DifferFromMajority, differ.Select(item => item + 1));
    }

    [Fact]
    public void Resolve_RaterTwicePerItem_CountsBothAnswers()
    {
        var labels = new DawidSkene().Resolve(Anaesthetists.Ratings()).Labels!;

        Assert.Equal([135, 45, 45, 45, 45], labels.Raters.Select(rater => rater.Ratings));
        Assert.All(labels.Items, item => Assert.Equal(7, item.Support));
        Assert.Equal(135, Enumerable.Range(0, 4).Sum(labels.Raters[0].Confusion!.Support), 9);
    }

    [Fact]
    public void Resolve_KnownConfusion_IsRecovered()
    {
        double[,] first = { { .9, .08, .02 }, { .1, .7, .2 }, { .05, .15, .8 } };
        double[,] second = { { .6, .3, .1 }, { .02, .96, .02 }, { .2, .1, .7 } };
        double[][,] confusions = [first, second, SimulatedTable.Coin(3, .8), SimulatedTable.Coin(3, .65)];
        var simulated = SimulatedTable.Draw(8_000, [.5, .3, .2], confusions, seed: 11, ratedShare: .9);

        var labels = new DawidSkene().Resolve(simulated.Ratings).Labels!;

        Assert.Equal(.5, labels.Fit!.Prevalences[0], .04);
        Assert.Equal(.3, labels.Fit.Prevalences[1], .04);
        for (var rater = 0; rater < 4; rater++)
            for (var row = 0; row < 3; row++)
                for (var column = 0; column < 3; column++)
                    Assert.Equal(confusions[rater][row, column], labels.Raters[rater].Confusion![row, column]!.Value, .04);
        Assert.Equal((.5 * .9) + (.3 * .7) + (.2 * .8), labels.Raters[0].Accuracy.Value!.Value, .04);
    }

    [Fact]
    public void Resolve_GradesAsOrdinalCategories_LearnsWhatEachGradeMeans()
    {
        // Rater 0 grades positives .75 as often as 1, and says .25 of positives too; the others are plain.
        var items = Enumerable.Range(0, 400).Select(index => (index % 8) switch
        {
            0 => ".75 1 1 1",
            1 => "1 1 1 .75",
            2 => ".25 1 1 1",
            3 => "0 0 0 0",
            4 => "0 0 0 .25",
            5 => "0 0 .25 0",
            6 => "0 0 0 0",
            _ => "0 .5 0 0",
        });

        var labels = new DawidSkene { Grades = GradeReading.Ordinal }.Resolve(Tables.Certainties(items)).Labels!;

        Assert.Equal(["0", "0.25", "0.5", "0.75", "1"], labels.Raters[0].Confusion!.Categories);
        Assert.Equal(["negative", "positive"], labels.Raters[0].Confusion!.Classes);
        Assert.Equal(1.0 / 3, labels.Raters[0].Confusion![1, 1]!.Value, 6);
        Assert.Equal(.2, labels.Raters[1].Confusion![0, 2]!.Value, 6);
        Assert.Equal(LabelState.Positive, labels.Items[2].State);
        Assert.Equal(4, labels.Items[7].Support);
    }

    [Fact]
    public void Resolve_GradesBySide_SetsAsideOneHalf()
    {
        var items = Enumerable.Repeat("1 1 1", 20).Concat(Enumerable.Repeat("0 .25 0", 20)).Append(".5 .5 .5").Append(".5 1 1");

        var labels = new DawidSkene().Resolve(Tables.Certainties(items)).Labels!;

        Assert.Equal(LabelState.Uncertain, labels.Items[40].State);
        Assert.Null(labels.Items[40].Probability);
        Assert.Equal(0, labels.Items[40].Support);
        Assert.Equal(LabelState.Positive, labels.Items[41].State);
        Assert.Equal(2, labels.Items[41].Support);
    }

    [Fact]
    public void Resolve_Smoothing_LeavesNoProbabilityAtZero()
    {
        var ratings = Tables.Nominal(["L", "R"], ["L L L", "R R R", "L L L", "R R L"]);

        var labels = new DawidSkene { Smoothing = 1 }.Resolve(ratings).Labels!;

        Assert.InRange(labels.Raters[0].Confusion![0, 1]!.Value, .01, .5);
        Assert.True(labels.Fit!.LogPrior < 0);
        Assert.Equal(0, new DawidSkene().Resolve(ratings).Labels!.Fit!.LogPrior);
    }
}
