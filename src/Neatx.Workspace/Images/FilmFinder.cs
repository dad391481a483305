using System.Globalization;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Protocol.Language;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Images;

/// <summary>Looks for the films of a dataset in its folders.</summary>
internal static class FilmFinder
{
    /// <summary>The films of the images of some tables, in the order of the dataset; of all its images where no table is named.</summary>
    /// <param name="source">Where films are.</param>
    /// <param name="dataset">The dataset, which is to be had.</param>
    /// <param name="tables">The Parquet files that name images.</param>
    /// <param name="session">Reads them.</param>
    /// <exception cref="NeatxException">A table names a film outside of the folders.</exception>
    public static IReadOnlyList<FilmPlace> Find(FilmSource source, TableReference dataset, IReadOnlyList<string> tables, TableSession session)
    {
        List<string> columns = [.. FilmLanguage.ColumnsOf(source.Path).Distinct(StringComparer.Ordinal)];
        var wanted = tables.Count == 0 ? "" : $"SEMI JOIN ({string.Join(" UNION ", tables.Select(file => $"SELECT image FROM {session.Parquet(file)}"))}) w ON w.image = d.image";
        var places = new List<FilmPlace>();
        var folders = new FilmFolders(dataset.Name, source.Folders);
        var last = 0;
        session.Query($"SELECT d.image, d.patient{string.Concat(columns.Select(column => $", d.{Sql.Name(column)}::VARCHAR"))} FROM {session.Parquet(dataset.Data!)} d {wanted} ORDER BY d.\"row\"", row =>
        {
            var relative = FilmLanguage.Fill(source.Path, column => columns.IndexOf(column) is var index && row.IsDBNull(index + 2) ? "" : row.GetString(columns.IndexOf(column) + 2));
            places.Add(Place(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), relative, folders, ref last));
        });
        return places;
    }

    /// <summary>Films that follow one another are mostly in one folder, so that is looked into first.</summary>
    private static FilmPlace Place(string image, string? patient, string relative, FilmFolders folders, ref int last)
    {
        for (var offset = 0; offset < folders.Count; offset++)
        {
            var at = (last + offset) % folders.Count;
            var file = new FileInfo(folders.PathIn(at, image, relative));
            if (!file.Exists) continue;
            folders.Check(image, file.FullName);
            last = at;
            return new(image, patient, file.FullName, string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}"));
        }

        return new(image, patient, folders.PathIn(0, image, relative), null);
    }
}
