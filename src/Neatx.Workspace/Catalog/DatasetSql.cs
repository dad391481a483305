using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>From the temporary table "read" to the rows of a dataset.</summary>
internal static class DatasetSql
{
    /// <summary>The dataset's rows, in order.</summary>
    public static string Select(ColumnMapping mapping, IReadOnlySet<string> numeric)
    {
        var attributes = DatasetColumns.Attributes(mapping).Where(attribute => attribute.Name != "image")
            .ToDictionary(attribute => attribute.Name, attribute => attribute.Column, StringComparer.Ordinal);
        var kept = DatasetColumns.Kept(mapping);
        string Take(string name) => mapping.CombineRows ? $"arg_min({Sql.Name(name)}, \"row\")" : Sql.Name(name);
        string Text(string name) => (attributes[name] is null ? "NULL::VARCHAR" : Take(name)) + $" AS {name}";
        string Kept(string name, int index)
        {
            var staged = DatasetColumns.Staged(index);
            return $", {Take(staged)}{(numeric.Contains(staged) ? "::DOUBLE" : "")} AS {Sql.Name(name)}";
        }


        // One table that is scanned comes in the order it was filled, which DuckDB guarantees; sorting it again would double the time.
        // A list that combines rows is sorted, as the rows of an image are in no order that means anything.
        var (row, findings, raw, labelled) = mapping.CombineRows
            ? ("min(\"row\") AS \"row\"", "list_sort(list_distinct(flatten(list(findings) FILTER (findings IS NOT NULL))))",
                "list_sort(list_distinct(flatten(list(raw) FILTER (raw IS NOT NULL))))", "bool_or(findings IS NOT NULL)")
            : ("\"row\"", "findings", "raw", "findings IS NOT NULL");
        return $"""
            SELECT {row}, image, {Text("patient")}, {Text("study")}, {Take("age")} AS age, {Text("sex")}, {Text("view")},
                {findings} AS findings, {raw} AS findings_raw, {labelled} AS labelled{string.Concat(kept.Select((column, i) => Kept(column.Name, i)))}
            FROM read {(mapping.CombineRows ? "GROUP BY image ORDER BY 1" : "")}
            """;
    }

    /// <summary>Where several rows make an image, sets those aside that give it to another patient than its first row.</summary>
    public static void SetConflictsAside(TableSession session, ColumnMapping mapping, TableReader reader)
    {
        if (mapping.Patient is null || session.Count("SELECT count(*) FROM (SELECT image FROM read GROUP BY image HAVING count(DISTINCT patient) > 1)") == 0)
            return;
        session.Execute("""
            CREATE TEMP TABLE conflicts AS
            SELECT "row", line, file, patient, first(patient) OVER (PARTITION BY image ORDER BY "row") AS owner FROM read QUALIFY patient <> owner
            """);
        session.Query("SELECT line, file, patient, owner FROM conflicts ORDER BY \"row\"", row => reader.SetAside(new Problem(
            "conflicting-patient", reader.NameOf(row.GetInt32(1)), row.GetInt64(0), mapping.Patient, Wording.Shorten(row.GetString(2)),
            $"the patient '{row.GetString(3)}' that the image's first row names", "An image belongs to one patient; correct the row.")));
        session.Execute("DELETE FROM read WHERE \"row\" IN (SELECT \"row\" FROM conflicts); DROP TABLE conflicts");
    }
}
