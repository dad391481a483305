namespace Neatx.Core.Training;

/// <summary>Recipes by name: those of the paper, and two for machines and data smaller than its.</summary>
public static class Recipes
{
    /// <summary>Drain detector on NIH-CXR14 (Table 1): Adam 1e-4, 200 epochs.</summary>
    public const string Drain = "neatx-drain";

    /// <summary>Tube classifier on PadChest (Table 2): Adam 1e-5, 250 epochs.</summary>
    public const string Tubes = "neatx-tubes";

    /// <summary>Pathologies and tubes together, a head each: 30 epochs.</summary>
    public const string MultiTask = "neatx-multitask";

    /// <summary>The small network, whole, from random weights, on some hundred films of 128 pixels: some minutes of one processor for a thousand.</summary>
    public const string Small = "small";

    /// <summary>The tail of a large network whose rest is frozen, on few films: seconds an epoch. From random weights it shows the way, not what such a network can do.</summary>
    public const string DemoFrozen = "demo-frozen";

    /// <summary>Name to recipe, those of the paper first.</summary>
    public static IReadOnlyDictionary<string, TrainingRecipe> ByName { get; } = new OrderedDictionary<string, TrainingRecipe>(StringComparer.Ordinal)
    {
        [Drain] = new() { LearningRate = 1e-4, Epochs = 200 },
        [Tubes] = new() { LearningRate = 1e-5, Epochs = 250 },
        [MultiTask] = new() { LearningRate = 1e-5, Epochs = 30 },
        [Small] = new() { Freeze = FreezePolicy.None, LearningRate = 1e-3, Schedule = LearningRateSchedule.Cosine, Epochs = 25, BatchSize = 8, Augmentation = new Augmentation { Mirror = true } },
        [DemoFrozen] = new() { LearningRate = 1e-3, Epochs = 30, BatchSize = 16 },
    };
}
