using Neatx.Core.Training;
using Neatx.Workspace.Protocol.Shapes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>training: sweeps, runs that differ in model and seed alone.</summary>
internal static class SweepLanguage
{
    /// <summary>The name of the only head where none is named.</summary>
    private const string OnlyHead = "findings";

    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The name in figures and tables.");

    private static readonly TypedKey<string> Split = Key.Required(
        "split", ReferenceShape.Split, "The split: its part train is learnt from, validation watched, and every other scored.");

    private static readonly TypedKey<string> Labels = Key.Optional("labels", ReferenceShape.LabelSet, "The label set that is learnt from.");

    private static readonly TypedKey<IReadOnlyList<string>> Findings = Key.Optional(
        "findings", new ListShape<string>(ReferenceShape.Finding, least: 1), "What is learnt, of the findings that the label set judges.");

    private static readonly TypedKey<OrderedDictionary<string, SweepHead>> Heads = Key.Optional(
        "heads", SweepHeadLanguage.Shape, "For several heads, each with a label set of its own: head to what it learns.");

    private static readonly TypedKey<IReadOnlyList<Architecture>> Models = Key.Required(
        "models", new ListShape<Architecture>(ModelWords.Shape, least: 1, single: true), "The networks, in the order of tables.");

    private static readonly TypedKey<ModelVariant> Variant = Key.Defaulted(
        "variant",
        new WordShape<ModelVariant>("a variant", [
            new("torchvision", ModelVariant.Torchvision, "Epsilons and strides of torchvision."),
            new("keras", ModelVariant.Keras, "Epsilons and strides of Keras, as the paper used it."),
        ]),
        ModelVariant.Torchvision,
        "Whose details the networks follow.");

    private static readonly TypedKey<OrderedDictionary<string, string>> Weights = Key.Optional(
        "weights",
        new EitherShape<OrderedDictionary<string, string>, string, OrderedDictionary<string, string>>(
            new MapShape<string>(ModelWords.Keys, TextShape.Line),
            map => map,
            new WordShape<string>("the start of every network", [new("random", "random", "Random initialisation, drawn from the seed.")]),
            _ => new(StringComparer.Ordinal)),
        "Model to weights file, relative to --data; random, or a model that is not named, is random initialisation, and every table says so.");

    private static readonly TypedKey<IReadOnlyList<long>> Seeds = Key.Optional(
        "seeds", new ListShape<long>(new WholeShape(0), least: 1), "The seed of each run of a model; 1, 2 and 3 unless stated.");

    private static readonly TypedKey<string> Recipe = Key.Required(
        "recipe",
        new WordShape<string>("a recipe", [.. Recipes.ByName.Select(recipe => new Word<string>(recipe.Key, recipe.Key, Describe(recipe.Value)))]),
        "How the networks are trained.");

    private static readonly TypedKey<Func<TrainingRecipe, TrainingRecipe>> Options = Key.Optional(
        "options", RecipeLanguage.Shape, "What is done otherwise than the recipe says.");

    private static readonly ObjectShape<SweepDefinition> Sweep = new(
        "sweep",
        "Training runs that differ in model and seed alone.",
        [Title, Split, Labels, Findings, Heads, Models, Variant, Weights, Seeds, Recipe, Options],
        Build)
    {
        Rules = [new ExactlyOneRule([Labels, Findings], [Heads]), new NeedsRule(Labels, Findings), new NeedsRule(Findings, Labels)],
        Check = fields =>
        {
            CheckTwice(fields, Models);
            CheckTwice(fields, Seeds);
            CheckFindings(fields);
            CheckWeights(fields);
            if (fields.Find(Split) is { } split) OriginRule.CheckFilmed(fields, Split, split);
        },
    };

    public static MapShape<SweepDefinition> Shape { get; } = new(NameShape.Plain, Sweep, NameSpace.Sweep);

    private static SweepDefinition Build(Fields fields)
    {
        var recipe = Recipes.ByName[fields.Get(Recipe)];
        return new()
        {
            Name = fields.Name,
            Title = fields.Get(Title),
            Split = fields.Get(Split),
            Heads = fields.Find(Heads) is { } heads ? [.. heads.Values] : [new(OnlyHead, fields.Get(Labels), fields.Get(Findings))],
            Models = fields.Get(Models),
            Variant = fields.Get(Variant),
            Weights = (fields.Find(Weights) ?? new(StringComparer.Ordinal)).ToDictionary(
                each => ModelWords.Model(each.Key), each => Path.GetFullPath(each.Value, fields.Binding.DataRoot ?? Path.GetFullPath("."))),
            Seeds = fields.Find(Seeds) is { } seeds ? [.. seeds.Select(seed => (ulong)seed)] : SweepDefinition.DefaultSeeds,
            RecipeName = fields.Get(Recipe),
            Recipe = fields.Find(Options) is { } change ? change(recipe) : recipe,
        };
    }

    private static void CheckTwice<T>(Fields fields, TypedKey<IReadOnlyList<T>> key)
    {
        if (fields.Find(key)?.GroupBy(each => each).FirstOrDefault(group => group.Count() > 1) is { } twice)
            fields.Report(key, $"expected each once, found {Wording.Quote(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{twice.Key}").ToLowerInvariant())} twice; equal runs tell nothing");
    }

    private static void CheckFindings(Fields fields)
    {
        var findings = fields.Find(Heads)?.Values.SelectMany(head => head.Findings) ?? fields.Find(Findings) ?? [];
        if (findings.GroupBy(finding => finding, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            fields.Report(fields.Has(Heads) ? Heads : Findings, $"expected each finding once, found {Wording.Quote(twice.Key)} twice");
    }

    private static void CheckWeights(Fields fields)
    {
        if (fields.Find(Models) is not { } models) return;
        foreach (var entry in (fields.Node(Weights) as MapNode)?.Entries ?? [])
        {
            if (!models.Any(model => ModelWords.Of(model) == entry.Key.Text) && ModelWords.Keys.KnownWords.Contains(entry.Key.Text, StringComparer.Ordinal))
                fields.Report(Weights, $"expected a model of 'models', found {Wording.Quote(entry.Key.Text)}; add it there or remove its weights");
        }
    }

    private static string Describe(TrainingRecipe recipe) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"Adam with a step of {recipe.LearningRate}, {recipe.Epochs} epochs, batches of {recipe.BatchSize}.");
}
