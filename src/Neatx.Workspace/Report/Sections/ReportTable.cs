using Neatx.Workspace.Report.Markup;

namespace Neatx.Workspace.Report.Sections;

/// <summary>A table of the page: a row an item, read in order and written as it is read.</summary>
internal sealed record ReportTable<T>(IReadOnlyList<Column<T>> Columns, IEnumerable<T> Rows)
{
    /// <summary>What rows that follow one another have in common; it is printed once, above them. Null for no groups.</summary>
    public Func<T, string>? Group { get; init; }

    /// <summary>True for so many rows that a reader is not to meet them unasked.</summary>
    public bool IsLong => Rows.TryGetNonEnumeratedCount(out var count) && count > 15;

    /// <summary>Writes head and body; the table element and its caption are the caller's.</summary>
    public void Write(MarkupWriter markup)
    {
        using (markup.Open("thead"))
        using (markup.Open("tr"))
            foreach (var column in Columns) markup.Element("th", column.Heading, ("scope", "col"), ("class", column.Numeric ? "number" : null));
        string? group = null;
        using var body = markup.Open("tbody");
        foreach (var row in Rows)
        {
            if (Group?.Invoke(row) is { } next && next != group)
            {
                using (markup.Open("tr", ("class", "group")))
                    markup.Element("th", next, ("scope", "rowgroup"), ("colspan", Prose.Numbers.Plain(Columns.Count)));
                group = next;
            }

            using var line = markup.Open("tr");
            for (var index = 0; index < Columns.Count; index++) WriteCell(markup, Columns[index], row, isHeader: index == 0);
        }
    }

    private static void WriteCell(MarkupWriter markup, Column<T> column, T row, bool isHeader)
    {
        var css = string.Join(' ', new[] { column.Numeric ? "number" : null, column.Class?.Invoke(row) }.Where(name => name is not null));
        using var cell = markup.Open(isHeader ? "th" : "td", ("scope", isHeader ? "row" : null), ("class", css.Length > 0 ? css : null));
        markup.Text(column.Text(row));
        if (column.Note?.Invoke(row) is { Length: > 0 } note) markup.Element("span", note, ("class", "note"));
    }
}
