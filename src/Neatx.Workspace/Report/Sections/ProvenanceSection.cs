using System.Globalization;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>What was run on what: enough to run it again and get the same bytes.</summary>
internal sealed class ProvenanceSection : IReportSection
{
    public string Id => "provenance";

    public string Title => "Provenance";

    public bool IsIn(RunResults results) => true;

    public void Write(Page page)
    {
        var (results, provenance) = (page.Results, page.Results.Provenance);
        page.Paragraph("The same protocol, inputs and version give the same bytes, this report included.");
        using (page.Markup.Open("dl"))
        {
            Term(page, "Protocol", $"{results.Protocol} ({provenance.ProtocolFile})");
            Term(page, "SHA-256 of the protocol", provenance.ProtocolSha256, "code");
            Term(page, "Seed", results.Seed.ToString(CultureInfo.InvariantCulture));
            foreach (var (name, value) in provenance.Options) Term(page, name.Replace('_', ' '), value);
            Term(page, "Neatx", provenance.NeatxVersion);
            Term(page, "Runtime", provenance.Runtime);
            Term(page, "DuckDB", provenance.DuckDbVersion);
        }

        var files = results.Tables.SelectMany(table => table.Files).DistinctBy(file => (file.File, file.Sha256)).ToList();
        if (files.Count == 0) return;
        page.Table("Input files.", "SHA-256 of the bytes on disk.", DataFiles.Inputs, new ReportTable<InputFile>(Columns, files));
    }

    private static IReadOnlyList<Column<InputFile>> Columns { get; } =
    [
        new("File", file => file.File) { Class = _ => "code" },
        new("Bytes", file => Numbers.Count(file.Bytes), Numeric: true),
        new("SHA-256", file => file.Sha256) { Class = _ => "code digest" },
    ];

    private static void Term(Page page, string term, string value, string? cssClass = null)
    {
        page.Markup.Element("dt", term);
        page.Markup.Element("dd", value, ("class", cssClass));
    }
}
