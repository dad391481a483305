using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Labels that are the dataset's own findings.</summary>
internal static class DatasetLabels
{
    /// <summary>
    /// Makes "joined" of the dataset's findings, as <see cref="LabelImages"/> makes it of a table's: images that satisfy the label set's predicate,
    /// with their patients and the state of each finding that is needed. Returns how many rows the dataset has.
    /// </summary>
    public static (JudgedFindings Findings, long Rows) Load(
        LabelSetDefinition definition, TableReference images, TableSession session, FindingVocabulary vocabulary, string place)
    {
        var dataset = session.Parquet(images.Data!);
        var stated = session.Texts($"SELECT DISTINCT unnest(findings) FROM {dataset}");
        var findings = TableLabels.Decide(definition, stated, open: true, vocabulary, place);
        var labels = $"SELECT \"row\", image, patient{ListLabelRows.States(findings.Stated, DerivedSql.Code(definition.Unlisted))} FROM {dataset}";
        if (definition.Where is { } text)
        {
            var where = Predicate.Where(session, text, place);
            where.Run(() => session.Count($"CREATE TEMP TABLE joined AS {labels} WHERE {where.Sql}; SELECT 0"), LabelImages.Columns(session, dataset));
        }
        else
        {
            session.Execute($"CREATE TEMP VIEW joined AS {labels}");
        }

        return (findings, session.Count($"SELECT count(*) FROM {dataset}"));
    }
}
