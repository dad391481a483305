using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>scores: models that were not trained here, by tables of their scores.</summary>
internal static class ScoresLanguage
{
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The name in figures and tables.");

    private static readonly TypedKey<IReadOnlyList<string>> Tables = Key.Required(
        "tables",
        new ListShape<string>(ReferenceShape.Dataset, least: 1, single: true),
        "The dataset whose table holds the scores, or one for each run of the model.");

    private static readonly TypedKey<OrderedDictionary<string, string>> Findings = Key.Required(
        "findings", new MapShape<string>(ReferenceShape.Finding, NameShape.Column), "Finding to the kept column (columns.keep) with its score, higher meaning more likely present.");

    private static readonly TypedKey<string> Start = Key.Optional("start", TextShape.Line, "What the model started from, for tables.");

    private static readonly ObjectShape<ScoresDefinition> Scores = new(
        "scores",
        "Scores of a model that was not trained here.",
        [Title, Tables, Findings, Start],
        fields => new()
        {
            Name = fields.Name,
            Title = fields.Get(Title),
            Tables = fields.Get(Tables),
            Findings = fields.Get(Findings),
            Start = fields.Find(Start),
        })
    {
        Check = CheckColumns,
    };

    public static MapShape<ScoresDefinition> Shape { get; } = new(NameShape.Plain, Scores, NameSpace.Scores);

    private static void CheckColumns(Fields fields)
    {
        if (fields.Find(Tables) is not { } tables || fields.Find(Findings) is not { } findings) return;
        var (binding, path, place) = (fields.Binding, $"{fields.Binding.Path}.{Findings.Name}", fields.Node(Findings)!.Place);
        binding.AtEnd(() =>
        {
            foreach (var table in tables.Where(table => binding.Names.Find(NameSpace.Dataset, table) is not null))
            {
                var known = binding.Names.Of(NameSpace.KeptOf(table));
                foreach (var column in findings.Values.Except(known, StringComparer.Ordinal))
                    binding.ReportUnder(path, place, $"expected a column that the dataset '{table}' keeps, found {Wording.Quote(column)}{Wording.Suggest(column, known)}; add it there under columns.keep");
            }
        });
    }
}
