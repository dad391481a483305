using Neatx.Core.Labels;
using Neatx.Core.Training;
using Neatx.Learning.Training.Input;
using Neatx.Learning.Training.Loop;

namespace Neatx.Learning.Tests.Training.Loop;

public sealed class LabelTargetsTests
{
    private static readonly int[] AllRows = [0, 1, 2, 3];

    private static readonly RunImage[] Images =
    [
        Image("a", "train", LabelState.Positive, LabelState.Missing, .75f),
        Image("b", "train", LabelState.Negative, LabelState.Negative, .25f),
        Image("c", "train", LabelState.Uncertain, LabelState.Positive, null),
        Image("d", "train", LabelState.Negative, LabelState.Invalid, null),
    ];

    private static readonly RunConfig Config = new()
    {
        Name = "run",
        Seed = 1,
        Architecture = Architecture.Small,
        Heads = [new Head("one", ["f"]), new Head("two", ["g"], Weight: .5)],
        Recipe = new TrainingRecipe(),
        ImageFolder = ".",
        CacheFolder = ".",
        ImagesSha256 = "",
    };

    [Fact]
    public void Fill_UndecidedLabels_WeighNothing()
    {
        var (targets, weights) = Filled(Config, AllRows);
        Assert.Equal([1, 0, 0, 0, 0, 1, 0, 0], targets);
        Assert.Equal([1 / 3f, 0, 1 / 3f, .25f, 0, .25f, 1 / 3f, 0], weights);
    }

    [Fact]
    public void Fill_PartOfAStep_IsDividedByTheLabelsOfTheWholeStep()
    {
        var (_, weights) = Filled(Config, [0, 1]);
        Assert.Equal([1 / 3f, 0, 1 / 3f, .25f], weights);
    }

    [Fact]
    public void Fill_SoftLabels_AimAtTheCertaintyWhereThereIsOne()
    {
        var (targets, _) = Filled(Config with { Recipe = new TrainingRecipe { SoftLabels = true } }, AllRows);
        Assert.Equal([.75f, 0, .25f, 0, 0, 1, 0, 0], targets);
    }

    [Fact]
    public void PositiveWeights_Balanced_AreNegativesOverPositives()
    {
        var targets = new LabelTargets(Config with { Recipe = new TrainingRecipe { BalancePositives = true } }, Images);
        Assert.Equal([2, 1], targets.PositiveWeights);
    }

    [Fact]
    public void Fill_FindingWeights_AreFactors()
    {
        var recipe = new TrainingRecipe { FindingWeights = new Dictionary<string, double> { ["g"] = 4 } };
        Assert.Equal([1 / 3f, 0, 1 / 3f, 1, 0, 1, 1 / 3f, 0], Filled(Config with { Recipe = recipe }, AllRows).Weights);
    }

    [Fact]
    public void Loss_OfLogits_IsTheWeightedCrossEntropy()
    {
        var targets = new LabelTargets(Config with { Recipe = new TrainingRecipe { BalancePositives = true } }, Images);
        float[] logits = [1, 9, -1, -2, 9, .5f, 2, 9];
        double Softplus(double x) => Math.Log(1 + Math.Exp(x));
        var expected = (((2 * Softplus(-1)) + Softplus(-1) + Softplus(2)) / 3) + (.5 * (Softplus(-2) + Softplus(-.5)) / 2);
        Assert.Equal(expected, targets.Loss(AllRows, logits)!.Value, 12);
    }

    [Fact]
    public void Loss_WithoutADecidedLabel_IsUndefined() =>
        Assert.Null(new LabelTargets(Config, [Image("x", "validation", LabelState.Missing, LabelState.Uncertain, null)]).Loss([0], [0, 0]));

    private static (float[] Targets, float[] Weights) Filled(RunConfig config, int[] rows)
    {
        var (targets, weights) = (new float[rows.Length * 2], new float[rows.Length * 2]);
        new LabelTargets(config, Images).Fill(AllRows, rows, targets, weights);
        return (targets, weights);
    }

    private static RunImage Image(string name, string part, LabelState first, LabelState second, float? certainty) =>
        new(name, name, name, part, [first, second], [certainty, null]);
}
