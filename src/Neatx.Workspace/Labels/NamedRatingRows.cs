using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Reads ratings with a row for each image, rater and finding.</summary>
internal sealed class NamedRatingRows : IRatingRows
{
    private readonly ColumnMapping mapping;
    private readonly FindingVocabulary vocabulary;
    private readonly RatingCells cells;
    private readonly IdColumns ids;
    private readonly RaterNames raters;
    private readonly ChunkAppender appender;
    private readonly RaterColumns kept;
    private readonly int keptCount;
    private int findingColumn;
    private int valueColumn;

    public NamedRatingRows(RatingsDefinition definition, FindingVocabulary vocabulary, TableSession session)
    {
        mapping = definition.Table.Columns;
        this.vocabulary = vocabulary;
        cells = new RatingCells(definition);
        ids = new IdColumns(mapping);
        raters = new RaterNames(mapping);
        var keep = DatasetColumns.Kept(mapping);
        keptCount = keep.Count;
        kept = new RaterColumns([], keep, rater: null);
        session.Execute($"CREATE TEMP TABLE read ({IdColumns.Sql}, rater_number INTEGER, rater VARCHAR, finding VARCHAR, code UTINYINT"
            + string.Concat(keep.Select((_, i) => $", k{i} VARCHAR")) + ")");
        appender = session.Append("read");
    }

    public IReadOnlyList<string> Raters => raters.Names;

    public void Bind(CsvHeader header)
    {
        ids.Bind(header);
        raters.Bind(header);
        kept.Bind(header);
        findingColumn = header.Find(mapping.FindingName!);
        valueColumn = header.Find(mapping.Value!);
    }

    public void Accept(TableRow row)
    {
        ids.Set(row, appender);
        if (raters.TryRead(row, out var number)) appender.Set(IdColumns.Count + 1, raters.Names[number]);
        appender.Set(IdColumns.Count, number);
        var finding = row[findingColumn];
        if (finding.IsEmpty) row.Problem("missing-finding", findingColumn, finding, "the name of a finding", "Name the finding of this row.");
        else appender.Set(IdColumns.Count + 2, vocabulary.Name(finding));
        appender.Set(IdColumns.Count + 3, cells.Read(row, valueColumn));
        for (var i = 0; i < keptCount; i++) appender.Set(IdColumns.Count + 4 + i, row[kept[i]]);
        if (!row.Failed) appender.EndRow();
    }

    public void Close() => appender.Close();

    public void SetDuplicatesAside(TableSession session, TableReader reader) =>
        DuplicateRows.SetAside(session, ["image", "rater", "finding"], reader, mapping.Image);

    public IReadOnlyList<string> Findings(TableSession session) => vocabulary.Sort(session.Texts("SELECT DISTINCT finding FROM read"));

    public string Select(IReadOnlyList<string> findings) =>
        "SELECT min(\"row\") AS \"row\", image, arg_min(patient, \"row\") AS patient, any_value(rater_number) AS rater_number, rater"
        + string.Concat(findings.Select(name => $", coalesce(max(code) FILTER (finding = {Sql.Text(name)}), 0::UTINYINT) AS {Sql.Name(name)}"))
        + string.Concat(DatasetColumns.Kept(mapping).Select((column, i) => $", arg_min(k{i}, \"row\") AS {Sql.Name(column.Name)}"))
        + " FROM read GROUP BY image, rater";

    public void Dispose() => appender.Dispose();
}
