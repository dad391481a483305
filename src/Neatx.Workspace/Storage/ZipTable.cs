using System.IO.Compression;

namespace Neatx.Workspace.Storage;

/// <summary>The one table in a zip archive.</summary>
internal static class ZipTable
{
    /// <summary>The only entry, or the only one named .csv.</summary>
    /// <exception cref="NeatxException">There is none, several, or it is encrypted.</exception>
    public static ZipArchiveEntry Find(ZipArchive archive, string name)
    {
        // What macOS adds beside every file is not content.
        var files = archive.Entries
            .Where(entry => entry.Name.Length > 0 && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
        if (files.Exists(entry => entry.FullName == "[Content_Types].xml"))
            throw new NeatxException($"{name} is not a table: it is an Office document. Save the sheet as CSV (UTF-8).");
        var tables = files.Count == 1 ? files : files.FindAll(entry => entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase));
        if (tables.Count != 1)
        {
            var listed = string.Join(", ", files.Take(5).Select(entry => $"'{entry.FullName}'")) + (files.Count > 5 ? ", ..." : "");
            throw new NeatxException($"{name} holds {files.Count} files ({listed}), of which {tables.Count} are named .csv; exactly one was expected. "
                + "Extract the table and name that file.");
        }

        return tables[0].IsEncrypted
            ? throw new NeatxException($"{name} is encrypted. Extract the table with its password and name that file.")
            : tables[0];
    }
}
