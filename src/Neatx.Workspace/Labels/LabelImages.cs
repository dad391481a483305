using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Joins labels with the images of their dataset.</summary>
internal static class LabelImages
{
    /// <summary>
    /// Makes the temporary table "joined" from "labels": images that the dataset has and that satisfy the label set's predicate, with their
    /// patients. Without the dataset, all images, with the patients that the label table names.
    /// </summary>
    public static void Join(LabelSetDefinition definition, TableReference images, TableSession session, DefectTally defects, string place)
    {
        if (images.Data is null)
        {
            session.Execute("ALTER TABLE labels RENAME TO joined");
            return;
        }

        var dataset = session.Parquet(images.Data);
        defects.Add("image-not-in-dataset", $"Images that the dataset '{images.Name}' does not have were left out.",
            session.Count($"SELECT count(*) FROM labels ANTI JOIN {dataset} d USING (image)"));
        const string Joined = "CREATE TEMP TABLE joined AS SELECT l.* REPLACE (coalesce(d.patient, l.patient) AS patient) FROM labels l JOIN ";
        if (definition.Where is null)
        {
            session.Execute($"{Joined} {dataset} d USING (image)");
            return;
        }

        var where = Predicate.Where(session, definition.Where, place);
        where.Run(
            () => session.Count($"{Joined} (SELECT image, patient FROM {dataset} WHERE {where.Sql}) d USING (image); SELECT 0"),
            Columns(session, dataset));
    }

    /// <summary>The columns of a dataset, which its predicates may name.</summary>
    public static IReadOnlyList<string> Columns(TableSession session, string dataset) =>
        session.Texts($"SELECT column_name FROM (DESCRIBE SELECT * FROM {dataset})");
}
