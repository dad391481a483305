using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>Finds rows of the temporary table "read" that repeat the key of an earlier row, and sets them aside.</summary>
internal static class DuplicateRows
{
    /// <summary>Sets the second and later rows of each key aside as problems.</summary>
    /// <param name="session">The session with the table.</param>
    /// <param name="key">The columns that should be unique together; the first is the image.</param>
    /// <param name="reader">The reader the rows came from.</param>
    /// <param name="column">The image column in the file.</param>
    /// <param name="where">The rows that are looked at; those of the same number go with them.</param>
    public static void SetAside(TableSession session, IReadOnlyList<string> key, TableReader reader, string? column, string where = "true")
    {
        var columns = Sql.Names(key);
        var distinct = key.Count == 1 ? $"count(DISTINCT {columns})" : $"count(DISTINCT ({columns}))";
        if (session.Count($"SELECT count(*) - {distinct} FROM read WHERE {where}") == 0) return;
        session.Execute($"""
            CREATE TEMP TABLE duplicates AS
            SELECT "row", line, file, concat_ws(', ', {columns}) AS id, min("row") OVER same AS first_row, row_number() OVER same > 1 AS later
            FROM read WHERE {where} WINDOW same AS (PARTITION BY {columns} ORDER BY "row") QUALIFY later
            """);
        session.Query("SELECT d.line, d.file, d.id, r.line, r.file FROM duplicates d JOIN (SELECT DISTINCT \"row\", line, file FROM read) r ON r.\"row\" = d.first_row ORDER BY d.\"row\"", row =>
            reader.SetAside(new Problem("duplicate-row", reader.NameOf(row.GetInt32(1)), row.GetInt64(0), column,
                Wording.Shorten(row.GetString(2)), "an id once",
                $"It is first in {reader.NameOf(row.GetInt32(4))}:{row.GetInt64(3)}. Remove one, or set combine_rows if several rows of an image are meant.")));
        session.Execute("DELETE FROM read WHERE \"row\" IN (SELECT \"row\" FROM duplicates); DROP TABLE duplicates");
    }
}
