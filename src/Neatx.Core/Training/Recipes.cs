namespace Neatx.Core.Training;

/// <summary>The recipes of the paper, by name.</summary>
public static class Recipes
{
    /// <summary>Drain detector on NIH-CXR14 (Table 1): Adam 1e-4, 200 epochs.</summary>
    public const string Drain = "neatx-drain";

    /// <summary>Tube classifier on PadChest (Table 2): Adam 1e-5, 250 epochs.</summary>
    public const string Tubes = "neatx-tubes";

    /// <summary>Pathologies and tubes together, a head each: 30 epochs.</summary>
    public const string MultiTask = "neatx-multitask";

    /// <summary>Name to recipe, in the order of the paper.</summary>
    public static IReadOnlyDictionary<string, TrainingRecipe> ByName { get; } = new OrderedDictionary<string, TrainingRecipe>(StringComparer.Ordinal)
    {
        [Drain] = new() { LearningRate = 1e-4, Epochs = 200 },
        [Tubes] = new() { LearningRate = 1e-5, Epochs = 250 },
        [MultiTask] = new() { LearningRate = 1e-5, Epochs = 30 },
    };
}
