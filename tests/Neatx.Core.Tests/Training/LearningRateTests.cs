using Neatx.Core.Training;

namespace Neatx.Core.Tests.Training;

public sealed class LearningRateTests
{
    [Fact]
    public void LearningRateAt_Constant_IsThatOfTheRecipe()
    {
        var recipe = new TrainingRecipe { LearningRate = .02, Epochs = 3 };
        Assert.All(Enumerable.Range(0, 30), step => Assert.Equal(.02, recipe.LearningRateAt(1 + (step / 10), step % 10, 10)));
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 5, .5)]
    [InlineData(2, 0, .75)]
    [InlineData(3, 5, .0669872981)]
    public void LearningRateAt_Cosine_FallsFromTheRecipesToNothing(int epoch, int step, double share)
    {
        var recipe = new TrainingRecipe { LearningRate = .02, Epochs = 3, Schedule = LearningRateSchedule.Cosine };
        Assert.Equal(.02 * share, recipe.LearningRateAt(epoch, step, 10), 1e-10);
    }

    [Fact]
    public void LearningRateAt_Cosine_NeverRisesAndNeverReachesNothing()
    {
        var recipe = new TrainingRecipe { LearningRate = 1e-3, Epochs = 7, Schedule = LearningRateSchedule.Cosine };
        double[] rates = [.. Enumerable.Range(0, 7 * 13).Select(step => recipe.LearningRateAt(1 + (step / 13), step % 13, 13))];
        Assert.Equal(rates.OrderDescending(), rates);
        Assert.True(rates[^1] > 0);
    }
}
