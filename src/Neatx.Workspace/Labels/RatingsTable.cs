using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>
/// Reads a ratings table into labels/NAME.ratings.parquet, one row an image and rater, in the order of rating: image, patient, row, rater_number
/// (from 0, in the order of <see cref="TableSummary.Raters"/>), rater, then the code of each finding (of a Rating, or of a LabelState where the
/// ratings are states), then the kept columns as text.
/// </summary>
public static class RatingsTable
{
    private static readonly string[] Reserved = ["image", "patient", "row", "rater_number", "rater"];

    /// <summary>Reads the ratings.</summary>
    /// <param name="definition">What the protocol says.</param>
    /// <param name="images">The dataset whose images were rated; null, or without data, when patients are only what the table names itself.</param>
    /// <param name="context">The run.</param>
    /// <param name="token">Stops the reading.</param>
    /// <exception cref="NeatxException">A file cannot be read, or too many of its rows; the message names the place.</exception>
    public static TableSummary Build(RatingsDefinition definition, TableReference? images, CatalogContext context, CancellationToken token = default)
    {
        var summary = new TableSummary { Name = definition.Name, Title = definition.Title, Kind = "ratings" };
        if (context.WhyUnavailable(definition.Table) is { } why) return summary with { Unavailable = why };
        CheckShape(definition);

        var problemFile = $"catalog/{definition.Name}.problems.csv";
        var data = $"labels/{definition.Name}.ratings.parquet";
        var mapping = definition.Table.Columns;
        var vocabulary = new FindingVocabulary(context.Findings);
        var defects = new DefectTally();
        using var problems = new ProblemLog(context.PathOf(problemFile));
        using var session = context.Database.Open(token);
        using IRatingRows rows = mapping.FindingName is null
            ? new RatingRows(definition, vocabulary, session) : new NamedRatingRows(definition, vocabulary, session);
        var reader = new TableReader(definition.Table, definition.Name, context, problems, defects);
        reader.Read(rows, token);
        rows.Close();
        rows.SetDuplicatesAside(session, reader);
        reader.CheckShare(problemFile);

        var findings = rows.Findings(session);
        CheckNames(definition, findings);
        session.Execute($"CREATE TEMP TABLE ratings AS {rows.Select(findings)}");
        var further = string.Concat(findings.Concat(DatasetColumns.Kept(mapping).Select(column => column.Name)).Select(name => $", r.{Sql.Name(name)}"));
        var patient = "r.patient";
        var join = "";
        if (images?.Data is { } dataset)
        {
            defects.Add("image-not-in-dataset", $"Images that the dataset '{images.Name}' does not have were kept, with the patients that the ratings name.",
                session.Count($"SELECT count(DISTINCT image) FROM ratings ANTI JOIN {session.Parquet(dataset)} d USING (image)"));
            (patient, join) = ("coalesce(d.patient, r.patient)", $"LEFT JOIN {session.Parquet(dataset)} d ON d.image = r.image");
        }

        session.WriteParquet($"SELECT r.image, {patient} AS patient, r.\"row\", r.rater_number, r.rater{further} "
            + $"FROM ratings r {join} ORDER BY r.\"row\", r.rater_number", data);
        problems.Commit();
        return summary with
        {
            Files = reader.Files,
            Rows = reader.Rows,
            Images = session.Count("SELECT count(DISTINCT image) FROM ratings"),
            Patients = session.Count($"SELECT count(DISTINCT patient) FROM {session.Parquet(data)}") is > 0 and var patients ? patients : null,
            Findings = findings,
            Raters = rows.Raters,
            Defects = defects.Defects,
            ProblemRows = problems.Rows,
            Problems = problems.First,
            ProblemFile = problems.Any ? problemFile : null,
            Data = data,
        };
    }

    private static void CheckShape(RatingsDefinition definition)
    {
        var mapping = definition.Table.Columns;
        var place = $"The ratings table '{definition.Name}'";
        if (mapping.FindingList is not null)
            throw new NeatxException($"{place} has its findings in lists, which do not say what was rated absent. Give each finding a column or a row.");
        if (mapping.CombineRows)
            throw new NeatxException($"{place} is to combine rows, but every rating stands for itself. Remove combine_rows.");
        if (mapping.Rater is null && mapping.Raters.Count == 0)
            throw new NeatxException($"{place} names no raters. Name them (raters:) and their columns with {{rater}}, or the column that names the row's rater (rater:).");
        if (mapping.FindingName is null && mapping.Findings.Count == 0)
            throw new NeatxException($"{place} names no findings. Name a column for each (findings:), or the column that names the row's (finding_name:).");
        if (mapping.FindingName is not null && (mapping.Value is null || mapping.Rater is null))
            throw new NeatxException($"{place} has a row for each finding, and so needs the columns of its value (value:) and rater (rater:).");
    }

    private static void CheckNames(RatingsDefinition definition, IReadOnlyList<string> findings)
    {
        var taken = findings.Concat(DatasetColumns.Kept(definition.Table.Columns).Select(column => column.Name))
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1 || Reserved.Contains(group.Key, StringComparer.OrdinalIgnoreCase));
        if (taken is not null)
            throw new NeatxException($"The ratings table '{definition.Name}' has two columns named '{taken.Key}'. Give one another name or alias.");
    }
}
