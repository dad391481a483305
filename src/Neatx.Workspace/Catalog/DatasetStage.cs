using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>
/// Reads a dataset into catalog/NAME.parquet, one row an image in file order: row, image, patient, study, age, sex, view, findings, findings_raw,
/// labelled, then the kept columns. What the dataset does not state is NULL, so that a predicate can always name it.
/// </summary>
public static class DatasetStage
{
    /// <summary>Reads the files of <paramref name="definition"/>.</summary>
    /// <exception cref="NeatxException">A file cannot be read, or too many of its rows; the message names the place.</exception>
    public static TableSummary Build(DatasetDefinition definition, CatalogContext context, CancellationToken token = default)
    {
        var summary = new TableSummary { Name = definition.Name, Title = definition.Title, Kind = "dataset" };
        if (context.WhyUnavailable(definition.Table) is { } why) return summary with { Unavailable = why };

        var problemFile = $"catalog/{definition.Name}.problems.csv";
        var data = $"catalog/{definition.Name}.parquet";
        var mapping = definition.Table.Columns;
        var vocabulary = new FindingVocabulary(context.Findings);
        var defects = new DefectTally();
        using var problems = new ProblemLog(context.PathOf(problemFile));
        using var session = context.Database.Open(token);
        using var rows = new DatasetRows(mapping, vocabulary, session, defects);
        var reader = new TableReader(definition.Table, definition.Name, context, problems, defects);
        reader.Read(rows, token);
        rows.Close();
        if (mapping.CombineRows) DatasetSql.SetConflictsAside(session, mapping, reader);
        else DuplicateRows.SetAside(session, ["image"], reader, mapping.Image);
        reader.CheckShare(problemFile);
        session.WriteParquet(DatasetSql.Select(mapping, rows.NumericColumns()), data);
        problems.Commit();
        return summary with
        {
            Files = reader.Files,
            Rows = reader.Rows,
            Images = session.Count(mapping.CombineRows ? "SELECT count(DISTINCT image) FROM read" : "SELECT count(*) FROM read"),
            Patients = mapping.Patient is null ? null : session.Count("SELECT count(DISTINCT patient) FROM read"),
            Findings = vocabulary.Sort(session.Texts("SELECT DISTINCT unnest(findings) FROM read")),
            Defects = defects.Defects,
            ProblemRows = problems.Rows,
            Problems = problems.First,
            ProblemFile = problems.Any ? problemFile : null,
            Data = data,
        };
    }
}
