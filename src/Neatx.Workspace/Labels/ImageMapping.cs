using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Translates the image ids of a label table into those of the dataset, by a table that lists both.</summary>
internal static class ImageMapping
{
    /// <summary>
    /// Reads the map into the temporary table "map" (own, image): without the rows that its predicate drops, and with one own id an image.
    /// </summary>
    /// <returns>The files read.</returns>
    public static IReadOnlyList<InputFile> Load(
        ImageMap map, string labelSet, TableSession session, CatalogContext context, ProblemLog problems, DefectTally defects, string problemFile)
    {
        using var rows = new WholeRows(session, [map.From, map.To]);
        var place = $"the image map of label set '{labelSet}'";
        var reader = new TableReader(map.Table, $"image map of {labelSet}", context, problems, defects);
        reader.Read(rows, session.Token);
        rows.Close();
        var (from, to) = (rows.Column(map.From), rows.Column(map.To));
        DuplicateRows.SetAside(session, [from], reader, map.From);
        reader.CheckShare(problemFile);

        var where = map.Where is { } text ? Predicate.Where(session, text, place) : null;
        var order = map.Prefer is { } preference ? Predicate.OrderBy(session, preference, place) : null;
        var all = session.Count("SELECT count(*) FROM read");
        var named = $"SELECT {rows.Select()}, {from} AS \"#own\", {to} AS \"#image\", \"row\" AS \"#row\" FROM read";
        Create(session, "good", $"SELECT * FROM ({named}) WHERE {where?.Sql ?? "true"}", where, rows.Names);
        var good = session.Count("SELECT count(*) FROM good");
        defects.Add("map-row-dropped", $"Rows of the image map that do not satisfy {map.Where} were left out, with the labels of their images.", all - good);

        Create(session, "map", $"""
            SELECT "#own" AS own, "#image" AS image FROM good
            QUALIFY row_number() OVER (PARTITION BY "#image" ORDER BY {(order is null ? "" : $"{order.Sql}, ")}"#row") = 1
            """, order, rows.Names);
        defects.Add("image-claimed-twice",
            $"Images of the dataset that several ids claim keep the id that comes first by {map.Prefer ?? "its place in the file"}; the others were left out.",
            good - session.Count("SELECT count(*) FROM map"));
        session.Execute("CREATE TEMP TABLE mapped_ids AS SELECT " + $"{from} AS own FROM read; DROP TABLE good; DROP TABLE read");
        return reader.Files;
    }

    /// <summary>
    /// Makes the temporary table "labels" from "own" by the map; images that it does not list are left out and counted.
    /// </summary>
    public static void Apply(TableSession session, DefectTally defects)
    {
        defects.Add("image-not-in-map", "Images that the image map does not list were left out.",
            session.Count("SELECT count(*) FROM own ANTI JOIN mapped_ids ON own.image = mapped_ids.own"));
        session.Execute("CREATE TEMP TABLE labels AS SELECT own.* REPLACE (map.image AS image) FROM own JOIN map ON own.image = map.own");
    }

    private static void Create(TableSession session, string table, string select, Predicate? predicate, IReadOnlyList<string> columns)
    {
        var sql = $"CREATE TEMP TABLE {table} AS {select}";
        if (predicate is null) session.Execute(sql);
        else predicate.Run(() => session.Count($"{sql}; SELECT 0"), columns);
    }
}
