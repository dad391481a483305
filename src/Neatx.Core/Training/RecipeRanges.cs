namespace Neatx.Core.Training;

/// <summary>
/// What each number of a recipe may be: far beyond what anybody trains with, and short of what can only be a slip. Protocols, their schema, run.json and
/// the guide all state these.
/// </summary>
public static class RecipeRanges
{
    public static NumberRange LearningRate { get; } = new(1e-9, 1);

    public static NumberRange Epochs { get; } = new(1, 100_000, IsWhole: true);

    public static NumberRange BatchSize { get; } = new(1, 4096, IsWhole: true);

    public static NumberRange Accumulate { get; } = new(1, 4096, IsWhole: true);

    /// <summary>Of a finding or a head in the loss.</summary>
    public static NumberRange Weight { get; } = new(1e-6, 1e6);

    /// <summary>With all units dropped nothing is learnt.</summary>
    public static NumberRange Dropout { get; } = new(0, .99);

    /// <summary>Of stopping early, in epochs.</summary>
    public static NumberRange Patience { get; } = Epochs;

    /// <summary>Of stopping early, in AUC.</summary>
    public static NumberRange MinimumRise { get; } = new(0, .5);

    /// <summary>Degrees.</summary>
    public static NumberRange Rotation { get; } = new(0, 180);

    public static NumberRange Shift { get; } = new(0, .5);

    public static NumberRange Scale { get; } = new(0, .5);

    public static NumberRange Brightness { get; } = new(0, .9);

    public static NumberRange MostRefused { get; } = new(0, 1);

    public static NumberRange Threads { get; } = new(1, 1024, IsWhole: true);

    /// <summary>The members of a recipe by their path in run.json.</summary>
    public static IReadOnlyDictionary<string, NumberRange> ByMember { get; } = new OrderedDictionary<string, NumberRange>(StringComparer.Ordinal)
    {
        ["learning_rate"] = LearningRate,
        ["epochs"] = Epochs,
        ["batch_size"] = BatchSize,
        ["accumulate"] = Accumulate,
        ["finding_weights"] = Weight,
        ["dropout"] = Dropout,
        ["early_stopping.patience"] = Patience,
        ["early_stopping.minimum_rise"] = MinimumRise,
        ["augmentation.rotation"] = Rotation,
        ["augmentation.shift"] = Shift,
        ["augmentation.scale"] = Scale,
        ["augmentation.brightness"] = Brightness,
        ["most_refused"] = MostRefused,
        ["threads"] = Threads,
    };
}
