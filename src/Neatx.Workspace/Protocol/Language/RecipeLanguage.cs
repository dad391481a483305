using Neatx.Core.Training;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>options of a recipe: what is written is laid over the named recipe.</summary>
internal static class RecipeLanguage
{
    private static readonly TypedKey<FreezePolicy> Freeze = Key.Optional(
        "freeze",
        new WordShape<FreezePolicy>("a freeze policy", [
            new("none", FreezePolicy.None, "All parameters are trained."),
            new("all_but_tail", FreezePolicy.AllButTail, "Only the last block is trained, as in the paper's scripts, and the head."),
            new("head_only", FreezePolicy.HeadOnly, "Only the head is trained."),
        ]),
        "Which parameters stay as they were loaded.");

    private static readonly TypedKey<double> LearningRate = Key.Optional("learning_rate", new RealShape(RecipeRanges.LearningRate), "Adam's step size.");
    private static readonly TypedKey<LearningRateSchedule> Schedule = Key.Optional(
        "schedule",
        new WordShape<LearningRateSchedule>("a schedule", [
            new("constant", LearningRateSchedule.Constant, "The step size stays, as in the paper."),
            new("cosine", LearningRateSchedule.Cosine, "It falls along half a cosine, to nearly 0 at the end of the last epoch."),
        ]),
        "How the step size moves over a run.");

    private static readonly TypedKey<long> Epochs = Key.Optional("epochs", new WholeShape(RecipeRanges.Epochs), "Passes over the training images, at most.");
    private static readonly TypedKey<long> BatchSize = Key.Optional("batch_size", new WholeShape(RecipeRanges.BatchSize), "Images a step looks at before accumulation.");
    private static readonly TypedKey<long> Accumulate = Key.Optional("accumulate", new WholeShape(RecipeRanges.Accumulate), "Batches whose gradients are added before a step.");

    private static readonly TypedKey<bool> BalancePositives = Key.Optional(
        "balance_positives", BoolShape.Instance, "Whether positives are weighed by negatives / positives, finding by finding.");

    private static readonly TypedKey<bool> SoftLabels = Key.Optional(
        "soft_labels", BoolShape.Instance, "Whether the mean certainty of the raters is trained towards, rather than 0 or 1.");

    private static readonly TypedKey<OrderedDictionary<string, double>> FindingWeights = Key.Optional(
        "finding_weights", new MapShape<double>(ReferenceShape.Finding, new RealShape(RecipeRanges.Weight)), "The weight of each finding in the loss, 1 where none is named.");

    private static readonly TypedKey<double> Dropout = Key.Optional("dropout", new RealShape(RecipeRanges.Dropout), "Share of units dropped before the outputs of 'ours'.");

    private static readonly TypedKey<long> Patience = Key.Optional(
        "patience", new WholeShape(RecipeRanges.Patience), "Epochs without a rise of the mean validation AUC after which training stops; the best epoch is kept.");

    private static readonly TypedKey<Augmentation> Augmentation = Key.Optional("augmentation", AugmentationLanguage.Shape, "Random changes of training images.");

    private static readonly TypedKey<double> MostRefused = Key.Optional(
        "most_refused", new RealShape(RecipeRanges.MostRefused), "The largest share of films that may be missing or unusable; beyond it nothing is trained.");

    private static readonly TypedKey<long> Threads = Key.Optional("threads", new WholeShape(RecipeRanges.Threads), "Threads of one run; the last digits of results depend on it.");

    /// <summary>Binds to a change of the named recipe.</summary>
    public static ObjectShape<Func<TrainingRecipe, TrainingRecipe>> Shape { get; } = new(
        "recipe options",
        "What is done otherwise than the named recipe says.",
        [Freeze, LearningRate, Schedule, Epochs, BatchSize, Accumulate, BalancePositives, SoftLabels, FindingWeights, Dropout, Patience, Augmentation, MostRefused, Threads],
        fields => recipe => Over(recipe, fields));

    private static TrainingRecipe Over(TrainingRecipe recipe, Fields fields) => recipe with
    {
        Freeze = fields.FindValue(Freeze) ?? recipe.Freeze,
        LearningRate = fields.FindValue(LearningRate) ?? recipe.LearningRate,
        Schedule = fields.FindValue(Schedule) ?? recipe.Schedule,
        Epochs = (int?)fields.FindValue(Epochs) ?? recipe.Epochs,
        BatchSize = (int?)fields.FindValue(BatchSize) ?? recipe.BatchSize,
        Accumulate = (int?)fields.FindValue(Accumulate) ?? recipe.Accumulate,
        BalancePositives = fields.FindValue(BalancePositives) ?? recipe.BalancePositives,
        SoftLabels = fields.FindValue(SoftLabels) ?? recipe.SoftLabels,
        FindingWeights = fields.Find(FindingWeights) ?? recipe.FindingWeights,
        Dropout = fields.FindValue(Dropout) ?? recipe.Dropout,
        EarlyStopping = fields.FindValue(Patience) is { } patience ? new EarlyStopping((int)patience) : recipe.EarlyStopping,
        Augmentation = fields.Find(Augmentation) ?? recipe.Augmentation,
        MostRefused = fields.FindValue(MostRefused) ?? recipe.MostRefused,
        Threads = (int?)fields.FindValue(Threads) ?? recipe.Threads,
    };
}
