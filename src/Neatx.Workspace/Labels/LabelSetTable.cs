using Neatx.Core.Labels;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>
/// Reads a label set into labels/NAME.parquet, one row an image in file order: image, patient, row, then a column a finding, named as in the
/// vocabulary, with the code of its <see cref="LabelState"/>.
/// </summary>
public static class LabelSetTable
{
    /// <summary>Reads the label set.</summary>
    /// <param name="definition">What the protocol says.</param>
    /// <param name="dataset">The definition of its dataset.</param>
    /// <param name="images">The dataset as it was read; when it is not to be had, images are taken as the label table names them.</param>
    /// <param name="context">The run.</param>
    /// <param name="token">Stops the reading.</param>
    /// <exception cref="NeatxException">A file cannot be read, or too many of its rows; the message names the place.</exception>
    public static (TableSummary Table, LabelSetSummary Labels) Build(
        LabelSetDefinition definition, DatasetDefinition dataset, TableReference images, CatalogContext context, CancellationToken token = default)
    {
        // Only lists are whole in the dataset's own table; findings with a column each are read again, for their other states.
        var source = definition.Table ?? (dataset.Table.Columns.FindingList is null ? dataset.Table : null);
        if (WhyUnavailable(definition, source, images, context) is { } why) return Summaries.Unavailable(definition, why);

        var problemFile = $"catalog/{definition.Name}.problems.csv";
        var data = $"labels/{definition.Name}.parquet";
        var vocabulary = new FindingVocabulary(context.Findings);
        var place = $"label set '{definition.Name}'";
        var defects = new DefectTally();
        using var problems = new ProblemLog(context.PathOf(problemFile));
        using var session = context.Database.Open(token);
        List<InputFile> files = [];
        long read;
        JudgedFindings findings;
        if (source is null)
        {
            (findings, read) = DatasetLabels.Load(definition, images, session, vocabulary, place);
        }
        else
        {
            if (definition.ImageMap is { } map)
                files.AddRange(ImageMapping.Load(map, definition.Name, session, context, problems, defects, problemFile));
            var reader = new TableReader(source, definition.Name, context, problems, defects);
            findings = TableLabels.Load(definition, source, reader, session, vocabulary, place);
            reader.CheckShare(problemFile);
            files.InsertRange(0, reader.Files);
            read = reader.Rows;
            if (definition.ImageMap is null) session.Execute("ALTER TABLE own RENAME TO labels");
            else ImageMapping.Apply(session, defects);
            LabelImages.Join(definition, images, session, defects, place);
        }

        session.WriteParquet($"SELECT image, patient, \"row\"{string.Concat(findings.Names.Select(name => $", {findings.Sql(name)} AS {Sql.Name(name)}"))} "
            + "FROM joined ORDER BY \"row\"", data);
        problems.Commit();

        var table = new TableSummary
        {
            Name = definition.Name,
            Title = definition.Title,
            Kind = "label_set",
            Files = files,
            Rows = read,
            Images = session.Count("SELECT count(*) FROM joined"),
            Patients = session.Count("SELECT count(DISTINCT patient) FROM joined") is > 0 and var patients ? patients : null,
            Findings = findings.Names,
            Defects = defects.Defects,
            ProblemRows = problems.Rows,
            Problems = problems.First,
            ProblemFile = problems.Any ? problemFile : null,
            Data = data,
        };
        return (table, Summaries.Of(definition, table, StateCounting.Count(session, session.Parquet(data), findings.Names)));
    }

    private static string? WhyUnavailable(LabelSetDefinition definition, TableSource? source, TableReference images, CatalogContext context)
    {
        if (source is null && definition.ImageMap is not null)
            throw new NeatxException($"label set '{definition.Name}' has an image map, but its labels are the dataset's own, whose ids need none. Remove image_map.");
        if (source is not null && context.WhyUnavailable(source) is { } why) return why;
        if (definition.ImageMap is { } map && context.WhyUnavailable(map.Table) is { } noMap) return $"its image map: {noMap}";
        if (images.Data is not null) return null;
        if (source is null) return $"its dataset '{images.Name}': {images.Unavailable}";
        return definition.Where is null ? null : $"its predicate needs the dataset '{images.Name}': {images.Unavailable}";
    }
}
