using Neatx.Workspace.Labels;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>Reads which images a CSV file names, plain, .gz or .zip.</summary>
public static class ImageColumn
{
    /// <summary>The texts of a column, in the order in which they appear first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="column">The column of the image.</param>
    /// <exception cref="NeatxException">The file is not there, not CSV, lacks the column, or a cell is blank.</exception>
    public static IReadOnlyList<string> Read(string path, string column)
    {
        MissingPath.RefuseUnlessFile(path);
        var limits = new ReadLimits();
        using var file = TableFile.Open(path, path, limits);
        using var rows = new CsvRows(file.Text, path, limits);
        if (!rows.Read()) throw new NeatxException($"{path} holds only empty lines; a table was expected.");
        var image = new CsvHeader(rows, path, named: true).Find(column);
        var problems = new RowProblems(path);
        var images = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        while (rows.Read())
        {
            var text = image < rows.Count ? rows[image].Trim() : [];
            if (text.IsEmpty) problems.Add("blank-image", rows.Line, column, text, "an image", "Fill it in, or take the row out.");
            else images.TryAdd(text.ToString(), images.Count);
        }

        problems.ThrowIfAny();
        return images.Count > 0 ? [.. images.Keys] : throw new NeatxException($"{path} has a header but no rows. Check that the file is complete.");
    }
}
