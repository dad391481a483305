using System.Globalization;
using Neatx.Core.Splits;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>splits: images parted so that no patient is in two parts.</summary>
internal static class SplitLanguage
{
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The name in figures and tables.");

    private static readonly TypedKey<IReadOnlyList<string>> Of = Key.Required(
        "of",
        new ListShape<string>(ReferenceShape.AnyTable, least: 1, single: true),
        "The tables whose images are parted, all of one dataset: cohorts, label sets, ratings or the dataset itself.");

    private static readonly TypedKey<OrderedDictionary<string, double>> Parts = Key.Optional(
        "parts",
        new MapShape<double>(NameShape.Plain, new ShareShape(bounds: true)),
        "Part to share of the images; train .7, validation .1 and test .2 unless stated. A part with share 0 holds only patients that 'fixed' puts there.");

    private static readonly TypedKey<long> Folds = Key.Optional(
        "folds", new WholeShape(3, 64), "k-fold cross-validation instead of parts: each fold is tested on once, and the next one validates.");

    private static readonly TypedKey<string> Labels = Key.Optional(
        "labels", ReferenceShape.LabelSet, "The label set whose findings all parts are to have alike.");

    private static readonly TypedKey<IReadOnlyList<string>> Stratify = Key.Optional(
        "stratify", new ListShape<string>(ReferenceShape.Finding, least: 1), "The findings of 'labels' that count for that; left out, all do.");

    private static readonly TypedKey<IReadOnlyList<SplitAssignment>> Fixed = Key.Optional(
        "fixed",
        new ListShape<SplitAssignment>(SplitAssignmentLanguage.Shape("patients_of", "fixed patients", "The table whose patients they are.")),
        "Patients who belong in stated parts: gold images that raters were shown, an expert set that stays sealed.");

    private static readonly TypedKey<IReadOnlyList<SplitAssignment>> Lists = Key.Optional(
        "lists",
        new ListShape<SplitAssignment>(SplitAssignmentLanguage.Shape("images_of", "official list", "The table that lists the images.")),
        "Official lists; together they name an image of every patient.");

    private static readonly TypedKey<bool> Films = Key.Defaulted(
        "films", BoolShape.Instance, false, "Whether images whose film is missing or cannot be used are left out first.");

    private static readonly TypedKey<long> Seed = Key.Optional("seed", new WholeShape(0), "The seed of the split; left out, the protocol's.");

    private static readonly ObjectShape<SplitDefinition> Split = new(
        "split",
        "A partition of images in which no patient is in two parts.",
        [Title, Of, Parts, Folds, Labels, Stratify, Fixed, Lists, Films, Seed],
        fields => new()
        {
            Name = fields.Name,
            Title = fields.Get(Title),
            Of = fields.Get(Of),
            Parts = fields.Find(Parts) is { } parts ? [.. parts.Select(part => new SplitPart(part.Key, part.Value))] : SplitDefinition.DefaultParts,
            Folds = (int)(fields.FindValue(Folds) ?? 0),
            Labels = fields.Find(Labels),
            Stratify = fields.Find(Stratify) ?? [],
            Fixed = fields.Find(Fixed) ?? [],
            Lists = fields.Find(Lists) ?? [],
            Films = fields.Get(Films),
            Seed = (ulong?)fields.FindValue(Seed),
        })
    {
        Rules = [new ExcludesRule(Folds, Parts), new ExcludesRule(Folds, Fixed), new ExcludesRule(Folds, Lists), new NeedsRule(Stratify, Labels)],
        Check = fields =>
        {
            CheckShares(fields);
            DeclareParts(fields);
            OriginRule.CheckSame(fields, Of);
            if (fields.Find(Of) is [var first, ..]) fields.Binding.Names.Declare(NameSpace.OriginOfSplit, fields.Name, fields.Place, means: first);
            if (fields.FindValue(Films) == true) OriginRule.CheckFilmed(fields, Films, fields.Name);
        },
    };

    public static MapShape<SplitDefinition> Shape { get; } = new(NameShape.Plain, Split, NameSpace.Split);

    private static void CheckShares(Fields fields)
    {
        if (fields.Find(Parts) is not { } parts) return;
        if (parts.Count < 2) fields.Report(Parts, "expected at least two parts; one part is no split");
        else if (Math.Abs(parts.Values.Sum() - 1) > 1e-9)
        {
            var sum = parts.Values.Sum().ToString("0.####", CultureInfo.InvariantCulture);
            fields.Report(Parts, $"expected shares that add up to 1, found {sum}");
        }
    }

    private static void DeclareParts(Fields fields)
    {
        IEnumerable<string> names = fields.Find(Parts) is { } parts ? parts.Keys : SplitDefinition.DefaultParts.Select(part => part.Name);
        foreach (var name in names) fields.Binding.Names.Declare(NameSpace.PartOf(fields.Name), name, fields.Node(Parts)?.Place ?? fields.Place);
    }
}
