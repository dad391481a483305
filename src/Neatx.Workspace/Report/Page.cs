using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Report.Markup;
using Neatx.Workspace.Report.Sections;

namespace Neatx.Workspace.Report;

/// <summary>The page while it is written: numbers figures and tables, and gives each its caption, scrolling box and link to the data.</summary>
internal sealed class Page(MarkupWriter markup, RunResults results)
{
    private int _figures;
    private int _tables;
    private int _parts;

    public MarkupWriter Markup => markup;

    public RunResults Results => results;

    public void Paragraph(string text, string? cssClass = null) => markup.Element("p", text, ("class", cssClass));

    /// <summary>The title of the table or label set of that name; the name itself when there is none.</summary>
    public string TitleOf(string name) =>
        results.Tables.FirstOrDefault(table => table.Name == name)?.Title ?? results.LabelSets.FirstOrDefault(set => set.Name == name)?.Title ?? name;

    /// <summary>A subheading with an anchor.</summary>
    public void Heading(string title) => markup.Element("h3", title, ("id", Invariant($"part-{++_parts}")));

    /// <summary>One figure of one or several panels.</summary>
    /// <param name="panels">Drawn side by side as far as the page is wide.</param>
    /// <param name="title">What it is, a sentence.</param>
    /// <param name="note">Policy, n, interval: what the reader must know to read it.</param>
    /// <param name="data">The CSV behind it.</param>
    public void Figure(IReadOnlyList<SvgFigure> panels, string title, string note, string data)
    {
        var id = Invariant($"figure-{++_figures}");
        using (markup.Open("figure", ("id", id)))
        {
            using (panels.Count == 1 ? Scroll(id) : markup.Open("div", ("class", "panels")))
            {
                for (var index = 0; index < panels.Count; index++) panels[index].Write(markup, Invariant($"{id}-{index + 1}"));
            }

            using (markup.Open("figcaption", ("id", $"{id}-caption"))) Caption(Invariant($"Figure {_figures}."), title, note, data);
        }
    }

    /// <summary>A table with a caption, folded away when it is long; null for <paramref name="data"/> when no CSV holds it.</summary>
    public void Table<T>(string title, string note, string? data, ReportTable<T> table)
    {
        if (table.IsLong)
        {
            Folded(title, note, data, table);
            return;
        }

        var id = NextTable();
        using (markup.Open("figure", ("class", "table")))
        {
            using (markup.Open("figcaption", ("id", $"{id}-caption"))) Caption(Invariant($"Table {_tables}."), title, note, data);
            Scrolling(id, table);
        }
    }

    /// <summary>A table that is folded away until asked for.</summary>
    public void Folded<T>(string title, string note, string? data, ReportTable<T> table) =>
        Fold(title, note, data, id => Scrolling(id, table));

    /// <summary>The table alone, in a box as wide as the page; its caption has the table's anchor with "-caption" after it.</summary>
    public void Scrolling<T>(string id, ReportTable<T> table)
    {
        using (Scroll(id))
        using (markup.Open("table", ("id", id), ("aria-labelledby", $"{id}-caption")))
            table.Write(markup);
    }

    /// <summary>A box as wide as the page in which what is wider scrolls; named by the caption with that anchor.</summary>
    private MarkupWriter.Scope Scroll(string id) =>
        markup.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", $"{id}-caption"));

    /// <summary>Several small tables under one number, folded away until asked for.</summary>
    /// <param name="title">What they are.</param>
    /// <param name="note">What the reader must know to read them.</param>
    /// <param name="data">The CSV behind them.</param>
    /// <param name="content">Writes them; gets the anchor of the whole.</param>
    public void Fold(string title, string note, string? data, Action<string> content)
    {
        var id = NextTable();
        using (markup.Open("details"))
        {
            using (markup.Open("summary", ("id", $"{id}-caption"))) Label(Invariant($"Table {_tables}."), title);
            using (markup.Open("p", ("class", "caption"))) Notes(note, data);
            content(id);
        }
    }

    private string NextTable() => Invariant($"table-{++_tables}");

    private void Caption(string number, string title, string note, string? data)
    {
        Label(number, title);
        markup.Text(" ");
        Notes(note, data);
    }

    private void Label(string number, string title)
    {
        markup.Element("b", number);
        markup.Text($" {title}");
    }

    private void Notes(string note, string? data)
    {
        if (results.Synthetic)
        {
            markup.Element("strong", "Synthetic data.", ("class", "synthetic"));
            markup.Text(" ");
        }

        markup.Text(note);
        if (data is null) return;
        markup.Text(note.Length > 0 ? " " : "");
        markup.Element("a", "data", ("href", data), ("aria-label", $"data of this figure or table: {data}"));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
