using Neatx.Core.Labels;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Labels with one cell that lists an image's findings.</summary>
internal sealed class ListLabelRows : ILabelRows
{
    private readonly bool combine;
    private readonly IdColumns ids;
    private readonly ListedFindings findings;
    private readonly ChunkAppender appender;

    public ListLabelRows(ColumnMapping mapping, FindingVocabulary vocabulary, TableSession session)
    {
        combine = mapping.CombineRows;
        ids = new IdColumns(mapping);
        findings = new ListedFindings(mapping, vocabulary);
        session.Execute($"CREATE TEMP TABLE read ({IdColumns.Sql}, findings VARCHAR[])");
        appender = session.Append("read");
    }

    public IReadOnlyList<string> KeyBesideImage => [];

    public bool Open => true;

    /// <summary>The states of an image's findings in SQL, from its list; no list means that nobody labelled the image.</summary>
    public static string States(IReadOnlyList<string> names, string unlisted) => string.Concat(names.Select(name =>
        $", CASE WHEN findings IS NULL THEN {DerivedSql.Code(LabelState.Missing)} WHEN list_contains(findings, {Sql.Text(name)})"
        + $" THEN {DerivedSql.Code(LabelState.Positive)} ELSE {unlisted} END AS {Sql.Name(name)}"));

    public void Bind(CsvHeader header)
    {
        ids.Bind(header);
        findings.Bind(header);
    }

    public void Accept(TableRow row)
    {
        ids.Set(row, appender);
        appender.Set(IdColumns.Count, findings.Read(row)?.Names);
        if (!row.Failed) appender.EndRow();
    }

    public void Close() => appender.Close();

    public IReadOnlyCollection<string> Findings(TableSession session) => session.Texts("SELECT DISTINCT unnest(findings) FROM read");

    public string Select(IReadOnlyList<string> findings, string unlisted)
    {
        var rows = $"SELECT \"row\", image, patient{States(findings, unlisted)} FROM read";
        return combine
            ? "SELECT min(\"row\") AS \"row\", image, arg_min(patient, \"row\") AS patient"
                + string.Concat(findings.Select(Sql.Name).Select(name => $", {DerivedSql.Combine(name)} AS {name}")) + $" FROM ({rows}) GROUP BY image"
            : rows;
    }

    public void Dispose() => appender.Dispose();
}
