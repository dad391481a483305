using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Labels with a column for each finding.</summary>
internal sealed class ColumnLabelRows : ILabelRows
{
    private readonly bool combine;
    private readonly IReadOnlyList<KeyValuePair<string, string>> findings;
    private readonly StateWords words;
    private readonly IdColumns ids;
    private readonly int[] columns;
    private readonly ChunkAppender appender;

    public ColumnLabelRows(ColumnMapping mapping, FindingVocabulary vocabulary, TableSession session)
    {
        combine = mapping.CombineRows;
        findings = FindingColumns.Of(mapping, vocabulary);
        words = new StateWords(mapping);
        ids = new IdColumns(mapping);
        columns = new int[findings.Count];
        session.Execute($"CREATE TEMP TABLE read ({IdColumns.Sql}{string.Concat(findings.Select((_, i) => $", f{i} UTINYINT"))})");
        appender = session.Append("read");
    }

    public IReadOnlyList<string> KeyBesideImage => [];

    public bool Open => false;

    public void Bind(CsvHeader header)
    {
        ids.Bind(header);
        for (var i = 0; i < columns.Length; i++) columns[i] = header.Find(findings[i].Value);
    }

    public void Accept(TableRow row)
    {
        ids.Set(row, appender);
        for (var i = 0; i < columns.Length; i++)
        {
            words.TryRead(row, columns[i], out var state);
            appender.Set(IdColumns.Count + i, (byte)state);
        }

        if (!row.Failed) appender.EndRow();
    }

    public void Close() => appender.Close();

    public IReadOnlyCollection<string> Findings(TableSession session) => [.. findings.Select(finding => finding.Key)];

    public string Select(IReadOnlyList<string> findings, string unlisted)
    {
        var all = this.findings.Select(finding => finding.Key).ToList();
        var states = findings.Select(finding => (finding, column: $"f{all.IndexOf(finding)}"))
            .Select(pair => $", {(combine ? DerivedSql.Combine(pair.column) : pair.column)} AS {Sql.Name(pair.finding)}");
        return combine
            ? $"SELECT min(\"row\") AS \"row\", image, arg_min(patient, \"row\") AS patient{string.Concat(states)} FROM read GROUP BY image"
            : $"SELECT \"row\", image, patient{string.Concat(states)} FROM read";
    }

    public void Dispose() => appender.Dispose();
}
