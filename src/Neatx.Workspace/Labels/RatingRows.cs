using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>
/// Reads ratings with a column for each finding: one set of columns a rater (wide), or a column that names the row's rater (long). The temporary
/// table "read" gets one row an image and rater: ids, rater's number, rater, codes f0, f1, ..., kept texts k0, k1, ...
/// </summary>
internal sealed class RatingRows : IRatingRows
{
    private const int FirstCell = IdColumns.Count + 2;
    private readonly ColumnMapping mapping;
    private readonly IReadOnlyList<KeyValuePair<string, string>> findings;
    private readonly int kept;
    private readonly RatingCells cells;
    private readonly IdColumns ids;
    private readonly RaterNames raters;
    private readonly RaterColumns[] columns;
    private readonly ChunkAppender appender;

    public RatingRows(RatingsDefinition definition, FindingVocabulary vocabulary, TableSession session)
    {
        mapping = definition.Table.Columns;
        findings = FindingColumns.Of(mapping, vocabulary);
        var keep = DatasetColumns.Kept(mapping);
        kept = keep.Count;
        cells = new RatingCells(definition);
        ids = new IdColumns(mapping);
        raters = new RaterNames(mapping);
        columns = mapping.Rater is null
            ? [.. mapping.Raters.Select(rater => new RaterColumns(findings, keep, rater))]
            : [new RaterColumns(findings, keep, rater: null)];
        session.Execute($"CREATE TEMP TABLE read ({IdColumns.Sql}, rater_number INTEGER, rater VARCHAR"
            + string.Concat(findings.Select((_, i) => $", f{i} UTINYINT")) + string.Concat(keep.Select((_, i) => $", k{i} VARCHAR")) + ")");
        appender = session.Append("read");
    }

    public IReadOnlyList<string> Raters => raters.Names;

    public void Bind(CsvHeader header)
    {
        ids.Bind(header);
        raters.Bind(header);
        foreach (var rater in columns) rater.Bind(header);
    }

    public void Accept(TableRow row)
    {
        if (mapping.Rater is not null)
        {
            if (raters.TryRead(row, out var number)) Append(row, columns[0], number);
            return;
        }

        // All raters are looked at before any is stored, so that a row is set aside whole.
        foreach (var rater in columns)
        {
            for (var i = 0; i < findings.Count; i++) cells.Read(row, rater[i]);
        }

        for (var i = 0; i < columns.Length && !row.Failed; i++) Append(row, columns[i], i);
    }

    public void Close() => appender.Close();

    public void SetDuplicatesAside(TableSession session, TableReader reader)
    {
        // In wide form the raters of a row stand or fall together.
        if (mapping.Rater is null) DuplicateRows.SetAside(session, ["image"], reader, mapping.Image, "rater_number = 0");
        else DuplicateRows.SetAside(session, ["image", "rater"], reader, mapping.Image);
    }

    public IReadOnlyList<string> Findings(TableSession session) => [.. findings.Select(finding => finding.Key)];

    public string Select(IReadOnlyList<string> findings) =>
        "SELECT \"row\", image, patient, rater_number, rater"
        + string.Concat(findings.Select((name, i) => $", f{i} AS {Sql.Name(name)}"))
        + string.Concat(DatasetColumns.Kept(mapping).Select((column, i) => $", k{i} AS {Sql.Name(column.Name)}")) + " FROM read";

    public void Dispose() => appender.Dispose();

    private void Append(TableRow row, RaterColumns rater, int number)
    {
        ids.Set(row, appender);
        appender.Set(IdColumns.Count, number);
        appender.Set(IdColumns.Count + 1, raters.Names[number]);
        for (var i = 0; i < findings.Count; i++) appender.Set(FirstCell + i, cells.Read(row, rater[i]));
        for (var i = findings.Count; i < findings.Count + kept; i++) appender.Set(FirstCell + i, row[rater[i]]);
        if (!row.Failed) appender.EndRow();
    }
}
