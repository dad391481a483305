using Neatx.Workspace.Catalog;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Prose;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Report.Sections;

/// <summary>Rows that were set aside, the first of each kind, with where they are and what to do.</summary>
internal sealed class ProblemSection : IReportSection
{
    public string Id => "problems";

    public string Title => "Problems";

    public bool IsIn(RunResults results) => true;

    public void Write(Page page)
    {
        var tables = page.Results.Tables.Where(table => table.ProblemRows > 0).ToList();
        if (tables.Count == 0)
        {
            page.Paragraph("Every row of every table could be read; none was set aside.");
            return;
        }

        var rows = tables.Sum(table => table.ProblemRows);
        var lead = $"{English.Number(rows, "row")} in {English.Number(tables.Count, "table")} {English.Verb(rows, "was", "were")} set aside";
        page.Paragraph($"{English.Sentence(lead)} {English.List([.. tables.Select(Share)])}.");
        using (page.Markup.Open("ul"))
        {
            foreach (var table in tables.Where(table => table.ProblemFile is not null))
            {
                using var item = page.Markup.Open("li");
                page.Markup.Text($"All problems of {table.Title}: ");
                page.Markup.Element("a", table.ProblemFile!, ("href", string.Join('/', table.ProblemFile!.Split('/').Select(Uri.EscapeDataString))));
            }
        }

        var problems = tables.SelectMany(table => table.Problems.Select(problem => (table, problem))).ToList();
        page.Table(
            "The first problems of each kind.",
            "At most five of a kind; row numbers count lines of the file, the header being line 1.",
            DataFiles.Problems,
            new ReportTable<(TableSummary Table, Problem Problem)>(Columns, problems) { Group = row => row.Table.Title });
    }

    private static IReadOnlyList<Column<(TableSummary Table, Problem Problem)>> Columns { get; } =
    [
        new("Where", row => $"{row.Problem.File}:{Numbers.Plain(row.Problem.Row)}")
        {
            Note = row => row.Problem.Column is { } column ? $"column {column}" : null,
            Class = _ => "code",
        },
        new("Found", row => row.Problem.Found) { Class = _ => "code" },
        new("Expected", row => row.Problem.Expected),
        new("What to do", row => row.Problem.NextStep) { Class = _ => "long" },
    ];

    private static string Share(TableSummary table)
    {
        var share = table.Rows == 0 ? "" : $" of {Numbers.Count(table.Rows)}";
        return $"{table.Title}: {Numbers.Count(table.ProblemRows)}{share}";
    }
}
