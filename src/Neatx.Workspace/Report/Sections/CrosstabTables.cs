using Neatx.Workspace.Agreement;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Markup;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>The crosstab of every cell of a comparison, with totals.</summary>
internal static class CrosstabTables
{
    public static void Write(Page page, ComparisonResult comparison)
    {
        var policies = comparison.Figures.Select(figure => PolicyWords.Say(figure.Policy)).Distinct(StringComparer.Ordinal);
        var note = $"Rows are the first of the pair, columns the second. {English.Sentence(string.Join("; ", policies))}";
        page.Fold($"Crosstabs: {comparison.Title}.", note, DataFiles.Crosstabs, id =>
        {
            using (page.Markup.Open("div", ("class", "crosstabs"), ("id", id)))
            {
                foreach (var figure in ComparisonWords.Ordered(comparison))
                {
                    var pair = comparison.Pairs.FirstOrDefault(pair => pair.A == figure.A && pair.B == figure.B);
                    WriteOne(page.Markup, figure, pair?.TitleA ?? figure.A, pair?.TitleB ?? figure.B);
                }
            }
        });
    }

    private static void WriteOne(MarkupWriter markup, AgreementFigure figure, string a, string b)
    {
        var size = figure.Categories.Count;
        using var box = markup.Open("div");
        using var table = markup.Open("table", ("class", "crosstab"));
        using (markup.Open("caption"))
        {
            markup.Element("b", figure.Finding);
            markup.Text($" {a} (rows), {b} (columns)");
        }

        using (markup.Open("thead"))
        using (markup.Open("tr"))
        {
            markup.Element("td", "");
            foreach (var category in figure.Categories) markup.Element("th", category, ("scope", "col"), ("class", "number"));
            markup.Element("th", "total", ("scope", "col"), ("class", "number"));
        }

        using var body = markup.Open("tbody");
        for (var row = 0; row < size; row++) WriteRow(markup, figure.Categories[row], figure.Crosstab[row], null);
        WriteRow(markup, "total", [.. Enumerable.Range(0, size).Select(column => figure.Crosstab.Sum(row => row[column]))], "total");
    }

    private static void WriteRow(MarkupWriter markup, string heading, IReadOnlyList<long> counts, string? cssClass)
    {
        using var line = markup.Open("tr", ("class", cssClass));
        markup.Element("th", heading, ("scope", "row"));
        foreach (var count in counts) markup.Element("td", Numbers.Count(count), ("class", "number"));
        markup.Element("td", Numbers.Count(counts.Sum()), ("class", "number total"));
    }
}
