using Neatx.Workspace.Catalog;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>What was read: tables, their sizes, and the defects that were handled.</summary>
internal sealed class CatalogSection : IReportSection
{
    public string Id => "catalog";

    public string Title => "Catalog";

    public bool IsIn(RunResults results) => results.Tables.Count > 0;

    public void Write(Page page)
    {
        var tables = page.Results.Tables;
        var read = tables.Where(table => table.Unavailable is null).ToList();
        page.Paragraph(Lead(tables, read));
        if (read.Count > 0)
        {
            page.Figure(
                [new TableSizes(read)],
                "Images and patients of each table.",
                "The scale is logarithmic; a table that names no patients has no open circle.",
                DataFiles.Catalog);
        }

        page.Table(
            "Tables as read.",
            "Rows are data rows of the files; images are distinct.",
            DataFiles.Catalog,
            new ReportTable<TableSummary>(Columns, tables));
        var defects = tables.SelectMany(table => table.Defects.Select(defect => (Table: table, Defect: defect))).ToList();
        if (defects.Count == 0) return;
        var table = new ReportTable<(TableSummary Table, Defect Defect)>(
            [
                new("Table", row => row.Table.Title),
                new("What was found and done", row => row.Defect.Text),
                new("Count", row => Numbers.Count(row.Defect.Count), Numeric: true),
            ],
            defects);
        page.Table("Known defects of the sources and what was done about them.", "", DataFiles.Defects, table);
    }

    private static IReadOnlyList<Column<TableSummary>> Columns { get; } =
    [
        new("Table", table => table.Title) { Note = table => table.Unavailable },
        new("Kind", table => table.Kind.Replace('_', ' ')) { Class = _ => "short" },
        new("Rows", table => Read(table, table.Rows), Numeric: true),
        new("Images", table => Read(table, table.Images), Numeric: true),
        new("Patients", table => Numbers.Count(table.Patients), Numeric: true),
        new("Findings", table => Read(table, table.Findings.Count), Numeric: true),
        new("Set aside", table => Read(table, table.ProblemRows), Numeric: true),
    ];

    private static string Read(TableSummary table, long count) => Numbers.Count(table.Unavailable is null ? count : null);

    private static string Lead(IReadOnlyList<TableSummary> tables, List<TableSummary> read)
    {
        var rows = read.Sum(table => table.Rows);
        var was = English.Verb(read.Count, "was", "were");
        var lead = English.Sentence($"{English.Number(read.Count, "table")} with {English.Count(rows, "row")} {was} read");
        var absent = tables.Where(table => table.Unavailable is not null).Select(table => table.Title).ToList();
        if (absent.Count > 0)
        {
            var (were, them) = absent.Count == 1 ? ("was", "it") : ("were", "them");
            lead += $" {English.List(absent)} {were} not available here; what depends on {them} is undefined below.";
        }

        var aside = read.Sum(table => table.ProblemRows);
        return aside == 0 ? $"{lead} No row had to be set aside." : $"{lead} {English.Sentence($"{English.Were(aside, "row")} set aside")}";
    }
}
