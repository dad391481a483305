using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>Every statistic of a comparison, pair by pair: a row a statistic, a column a finding.</summary>
internal static class StatisticsTables
{
    public static void Write(Page page, ComparisonResult comparison) =>
        page.Fold($"All statistics: {comparison.Title}.", "Standard errors and intervals stand in the CSV.", DataFiles.Agreement, id =>
        {
            using var box = page.Markup.Open("div", ("id", id));
            for (var index = 0; index < comparison.Pairs.Count; index++)
            {
                var pair = comparison.Pairs[index];
                var figures = ComparisonWords.Ordered(comparison).Where(figure => figure.A == pair.A && figure.B == pair.B).ToList();
                if (figures.Count > 0) WritePair(page, $"{id}-{Numbers.Plain(index + 1)}", ComparisonWords.Name(pair), figures);
            }
        });

    private static void WritePair(Page page, string id, string pair, IReadOnlyList<AgreementFigure> figures)
    {
        var names = figures.SelectMany(figure => figure.Statistics.Select(entry => entry.Key)).Distinct(StringComparer.Ordinal);
        IReadOnlyList<Column<string>> columns =
        [
            new("Statistic", StatisticWords.Say) { Class = _ => "short" },
            .. figures.Select(figure => new Column<string>(figure.Finding, name => Value(Find(figure, name)), Numeric: true)
            {
                Note = name => Find(figure, name)?.Undefined,
            }),
        ];
        using (page.Markup.Open("p", ("class", "caption"), ("id", $"{id}-caption")))
        {
            page.Markup.Element("b", pair);
            page.Markup.Text($" {Note(figures)}");
        }

        page.Scrolling(id, new ReportTable<string>(columns, names));
    }

    private static Statistic? Find(AgreementFigure figure, string name) => figure.Statistics.FirstOrDefault(entry => entry.Key == name).Value;

    private static string Value(Statistic? statistic) => statistic switch
    {
        null => "\u2013",
        { Value: { } value, PValue: { } p } => $"{Numbers.Fixed(value, 3)} (p {(p < 0.001 ? "" : "=\u202F")}{Numbers.PValue(p)})",
        { Value: { } value } => Numbers.Fixed(value, 3),
        _ => "undefined",
    };

    private static string Note(IReadOnlyList<AgreementFigure> figures)
    {
        var policies = figures.Select(figure => PolicyWords.Say(figure.Policy)).Distinct(StringComparer.Ordinal);
        var counts = figures.Select(figure => Numbers.Count(figure.N)).ToList();
        var same = counts.TrueForAll(count => count == counts[0]);
        var n = same ? counts[0] : $"{English.List(counts)}, in the order of the columns";
        return $"n\u202F=\u202F{n}. {English.Sentence(string.Join("; ", policies))}";
    }
}
