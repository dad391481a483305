using Neatx.Core.Labels;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>label_sets: labels from one source on the images of a dataset.</summary>
internal static class LabelSetLanguage
{
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The name in figures and tables.");
    private static readonly TypedKey<LabelKind> Kind = Key.Required("kind", KindWords.Shape, "Who or what produced the labels.");

    private static readonly TypedKey<string> Dataset = Key.Required(
        "dataset", ReferenceShape.Dataset, "The dataset whose images are labelled; patients and attributes come from it.");

    private static readonly TypedKey<TableSource> Table = Key.Optional(
        "table", TableLanguage.Shape, "Where the labels are; left out when they are the dataset's own findings.");

    private static readonly TypedKey<ImageMap> Map = Key.Optional(
        "image_map", ImageMapLanguage.Shape, "A table that translates the image ids of this set into those of the dataset.");

    private static readonly TypedKey<IReadOnlyList<string>> Findings = Key.Optional(
        "findings",
        new ListShape<string>(ReferenceShape.Finding, least: 1),
        "The findings this set judges; left out for all that its columns or lists name.");

    private static readonly TypedKey<LabelState> Unlisted = Key.Defaulted(
        "unlisted",
        new WordShape<LabelState>("a meaning of unlisted findings", [
            new("missing", LabelState.Missing, "Nobody judged it."),
            new("negative", LabelState.Negative, "It was judged and is absent."),
        ]),
        LabelState.Missing,
        "What it means that a judged finding is not listed for an image.");

    private static readonly TypedKey<string> Where = Key.Optional(
        "where", TextShape.Line, "SQL over the dataset's columns that an image must satisfy to belong to this set.");

    private static readonly ObjectShape<LabelSetDefinition> LabelSet = new(
        "label set",
        "Labels from one source on the images of a dataset.",
        [Title, Kind, Dataset, Table, Map, Findings, Unlisted, Where],
        fields => new()
        {
            Name = fields.Name,
            Title = fields.Get(Title),
            Kind = fields.Get(Kind),
            Dataset = fields.Get(Dataset),
            Table = fields.Find(Table),
            ImageMap = fields.Find(Map),
            Findings = fields.Find(Findings) ?? [],
            Unlisted = fields.Get(Unlisted),
            Where = fields.Find(Where),
        })
    {
        Rules = [new NeedsRule(Map, Table)],
        Check = fields =>
        {
            ColumnRules.Check(fields, Table, TableRole.Labels);
            CheckSource(fields);
            CheckJudged(fields);
            OriginRule.Declare(fields, fields.Find(Dataset));
        },
    };

    public static MapShape<LabelSetDefinition> Shape { get; } = new(NameShape.Plain, LabelSet, NameSpace.LabelSet);

    /// <summary>Without a table of its own a set takes the dataset's findings, so that has to hold some.</summary>
    private static void CheckSource(Fields fields)
    {
        if (fields.Has(Table) || fields.Find(Dataset) is not { } dataset) return;
        var (binding, path) = (fields.Binding, fields.Binding.Path);
        binding.AtEnd(() =>
        {
            if (binding.Names.Find(NameSpace.Unlabelled, dataset) is not null)
                binding.ReportUnder(path, fields.Place, $"expected 'table', as the dataset '{dataset}' holds no findings of its own, found none");
        });
    }

    /// <summary>A set judges what its columns hold; what is derived from those needs no column.</summary>
    private static void CheckJudged(Fields fields)
    {
        if (fields.Find(Table)?.Columns.Findings is not { Count: > 0 } columns) return;
        foreach (var finding in fields.Find(Findings) ?? [])
        {
            if (!columns.ContainsKey(finding) && fields.Binding.Names.Find(NameSpace.Derived, finding) is null)
                fields.Report(Findings, $"expected findings that have a column, found {Wording.Quote(finding)}{Wording.Suggest(finding, [.. columns.Keys])}");
        }
    }
}
