using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Labels with a row for each image and finding.</summary>
internal sealed class NamedLabelRows : ILabelRows
{
    private readonly IdColumns ids;
    private readonly NamedFinding finding;
    private readonly ChunkAppender appender;

    public NamedLabelRows(ColumnMapping mapping, FindingVocabulary vocabulary, TableSession session)
    {
        ids = new IdColumns(mapping);
        finding = new NamedFinding(mapping, vocabulary);
        session.Execute($"CREATE TEMP TABLE read ({IdColumns.Sql}, finding VARCHAR, state UTINYINT)");
        appender = session.Append("read");
    }

    public IReadOnlyList<string> KeyBesideImage => ["finding"];

    public bool Open => true;

    public void Bind(CsvHeader header)
    {
        ids.Bind(header);
        finding.Bind(header);
    }

    public void Accept(TableRow row)
    {
        ids.Set(row, appender);
        finding.TryRead(row, out var name, out var state);
        appender.Set(IdColumns.Count, name);
        appender.Set(IdColumns.Count + 1, (byte)state);
        if (!row.Failed) appender.EndRow();
    }

    public void Close() => appender.Close();

    public IReadOnlyCollection<string> Findings(TableSession session) =>
        session.Texts("SELECT DISTINCT finding FROM read WHERE finding IS NOT NULL");

    public string Select(IReadOnlyList<string> findings, string unlisted) =>
        "SELECT min(\"row\") AS \"row\", image, arg_min(patient, \"row\") AS patient"
        + string.Concat(findings.Select(name =>
            $", coalesce({DerivedSql.Combine($"CASE WHEN finding = {Sql.Text(name)} THEN state END")}, {unlisted}) AS {Sql.Name(name)}"))
        + " FROM read GROUP BY image";

    public void Dispose() => appender.Dispose();
}
