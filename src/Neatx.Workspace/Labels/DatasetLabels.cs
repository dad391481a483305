using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Labels that are the dataset's own findings.</summary>
internal static class DatasetLabels
{
    /// <summary>Puts the dataset's findings into the temporary table "own", as <see cref="TableLabels"/> does; returns how many rows there were.</summary>
    public static (JudgedFindings Findings, long Rows) Load(
        LabelSetDefinition definition, TableReference images, TableSession session, FindingVocabulary vocabulary, string place)
    {
        var dataset = session.Parquet(images.Data!);
        var stated = session.Texts($"SELECT DISTINCT unnest(findings) FROM {dataset}");
        var findings = TableLabels.Decide(definition, stated, open: true, vocabulary, place);
        session.Execute($"CREATE TEMP TABLE own AS SELECT \"row\", image, patient"
            + $"{ListLabelRows.States(findings.Stated, DerivedSql.Code(definition.Unlisted))} FROM {dataset}");
        return (findings, session.Count("SELECT count(*) FROM own"));
    }
}
