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
    private readonly FindingLists lists;
    private readonly ListedFindings findings;
    private readonly ChunkAppender appender;

    public ListLabelRows(ColumnMapping mapping, FindingVocabulary vocabulary, TableSession session)
    {
        combine = mapping.CombineRows;
        ids = new IdColumns(mapping);
        lists = new FindingLists(session);
        findings = new ListedFindings(mapping, vocabulary, lists);
        session.Execute($"CREATE TEMP TABLE read ({IdColumns.Sql}, list INTEGER)");
        appender = session.Append("read");
    }

    public IReadOnlyList<string> KeyBesideImage => [];

    public bool Open => true;

    /// <summary>The states of an image's findings in SQL, from whether it was labelled and its list.</summary>
    public static string States(IReadOnlyList<string> names, string unlisted) => string.Concat(names.Select(name =>
        $", CASE WHEN NOT labelled THEN {DerivedSql.Code(LabelState.Missing)} WHEN list_contains(findings, {Sql.Text(name)})"
        + $" THEN {DerivedSql.Code(LabelState.Positive)} ELSE {unlisted} END AS {Sql.Name(name)}"));

    public void Bind(CsvHeader header)
    {
        ids.Bind(header);
        findings.Bind(header);
    }

    public void Accept(TableRow row)
    {
        ids.Set(row, appender);
        findings.TryRead(row, out var list);
        appender.Set(IdColumns.Count, list);
        if (!row.Failed) appender.EndRow();
    }

    public void Close()
    {
        appender.Close();
        lists.Close();
    }

    public IReadOnlyCollection<string> Findings(TableSession session) =>
        session.Texts("SELECT DISTINCT unnest(findings) FROM lists WHERE list IN (SELECT DISTINCT list FROM read)");

    public string Select(IReadOnlyList<string> findings, string unlisted)
    {
        // Each different list is looked through once, not each row.
        var rows = $"SELECT r.\"row\", r.image, r.patient, l.* EXCLUDE (list) FROM read r JOIN (SELECT list{States(findings, unlisted)} "
            + $"FROM (SELECT list, findings, true AS labelled FROM lists UNION ALL SELECT {FindingLists.Unlabelled}, NULL, false)) l USING (list)";
        return combine
            ? "SELECT min(\"row\") AS \"row\", image, arg_min(patient, \"row\") AS patient"
                + string.Concat(findings.Select(Sql.Name).Select(name => $", {DerivedSql.Combine(name)} AS {name}")) + $" FROM ({rows}) GROUP BY image"
            : rows;
    }

    public void Dispose()
    {
        appender.Dispose();
        lists.Dispose();
    }
}
