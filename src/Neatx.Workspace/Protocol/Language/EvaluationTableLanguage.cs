using Neatx.Core.Training;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>tables: models or findings against label sets.</summary>
internal static class EvaluationTableLanguage
{
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "What the table shows.");

    private static readonly TypedKey<IReadOnlyList<string>> Models = Key.Required(
        "models", new ListShape<string>(new ReferenceShape(NameSpace.Sweep, NameSpace.Scores), least: 1, single: true), "Sweeps, each with all its models, and scores from tables.");

    private static readonly TypedKey<IReadOnlyList<Architecture>> Only = Key.Optional(
        "only", new ListShape<Architecture>(ModelWords.Shape, least: 1, single: true), "The models of the sweeps that count; left out, all.");

    private static readonly TypedKey<IReadOnlyList<string>> Labels = Key.Required(
        "labels", new ListShape<string>(ReferenceShape.LabelSet, least: 1, single: true), "The label sets to evaluate against, in the order of the columns.");

    private static readonly TypedKey<IReadOnlyList<string>> Findings = Key.Required(
        "findings", new ListShape<string>(ReferenceShape.Finding, least: 1, single: true), "The findings, in the order of the rows.");

    private static readonly TypedKey<bool> Rows = Key.Defaulted(
        "rows",
        new WordShape<bool>("what a row is", [
            new("models", false, "A row a model, as in Table 1 of the NEATX paper; the best of each column is bold."),
            new("findings", true, "A row a finding, as in Table 2; the best of each row is bold."),
        ]),
        false,
        "What a row is; the columns are label sets.");

    private static readonly TypedKey<IReadOnlyList<string>> Parts = Key.Optional(
        "parts", new ListShape<string>(NameShape.Plain, least: 1, single: true), "The parts of the split whose images count; left out, all but train and validation.");

    private static readonly ObjectShape<EvaluationTable> Table = new(
        "evaluation table",
        "A table of AUCs: models or findings against label sets.",
        [Title, Models, Only, Labels, Findings, Rows, Parts],
        fields => new()
        {
            Name = fields.Name,
            Title = fields.Get(Title),
            Models = fields.Get(Models),
            Only = fields.Find(Only) ?? [],
            Labels = fields.Get(Labels),
            Findings = fields.Get(Findings),
            RowsAreFindings = fields.Get(Rows),
            Parts = fields.Find(Parts) ?? [],
        })
    {
        Check = fields =>
        {
            foreach (var part in fields.Find(Parts)?.Intersect(["train", "validation"], StringComparer.Ordinal) ?? [])
                fields.Report(Parts, $"expected parts that nothing was learnt or chosen on, found '{part}'; such figures say nothing about new patients");
            CheckParts(fields);
        },
    };

    public static MapShape<EvaluationTable> Shape { get; } = new(NameShape.Plain, Table, NameSpace.EvaluationTable);

    private static void CheckParts(Fields fields)
    {
        if (fields.Find(Parts) is not { } parts) return;
        var (binding, path, place) = (fields.Binding, $"{fields.Binding.Path}.{Parts.Name}", fields.Node(Parts)!.Place);
        binding.AtEnd(() =>
        {
            List<string> known = [.. binding.Names.Of(NameSpace.Split).SelectMany(split => binding.Names.Of(NameSpace.PartOf(split))).Distinct(StringComparer.Ordinal)];
            foreach (var part in parts.Except(known, StringComparer.Ordinal))
                binding.ReportUnder(path, place, $"expected a part of a split, found {Wording.Quote(part)}{Wording.Suggest(part, known)}");
        });
    }
}
