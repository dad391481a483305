using System.Globalization;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>The columns of a CSV file: by the names in its first line, or "1", "2", ... where it has none.</summary>
internal sealed class CsvHeader
{
    private readonly string file;
    private readonly string[] names;

    /// <param name="record">The first record of the file.</param>
    /// <param name="file">What messages call the file.</param>
    /// <param name="named">False when the first record is data already.</param>
    public CsvHeader(CsvRows record, string file, bool named)
    {
        this.file = file;
        names = new string[record.Count];
        for (var i = 0; i < names.Length; i++)
            names[i] = named ? record[i].Trim().ToString() : (i + 1).ToString(CultureInfo.InvariantCulture);
        Named = Array.FindLastIndex(names, name => name.Length > 0) + 1;
    }

    public IReadOnlyList<string> Names => names;

    /// <summary>Columns up to the last that has a name; what follows is nameless.</summary>
    public int Named { get; }

    /// <summary>The index of a column: named exactly so, or so but for case.</summary>
    /// <exception cref="NeatxException">There is no such column, or several.</exception>
    public int Find(string column)
    {
        var found = Find(column, StringComparison.Ordinal) ?? Find(column, StringComparison.OrdinalIgnoreCase);
        if (found is { } index) return index;
        var known = names.Where(name => name.Length > 0).ToList();
        var separator = known.Count == 1 && known[0].AsSpan().ContainsAny(';', '\t')
            ? "; the header seems to be separated by semicolons or tabs, so save the file with commas" : Wording.Suggest(column, known);
        throw new NeatxException($"{Wording.Sentence($"{file}:1: there is no column '{column}'{separator}")} Correct the name where the column is asked for, or the file.");
    }

    /// <summary>
    /// Why a row does not fit, or null: it lacks named columns, or has text beyond them, as a comma that is not quoted makes. Blank cells beyond them are
    /// let pass.
    /// </summary>
    public RowMisfit? Misfit(CsvRows row)
    {
        if (row.Count < Named) return new("too-few-columns", Columns(row.Count), Columns(Named), "Check the row for a line break or a missing comma.");
        for (var i = Named; i < row.Count; i++)
        {
            if (row[i].IsWhiteSpace()) continue;
            return new("too-many-columns", $"{Columns(row.Count)}, '{row[i]}' in column {i + 1}", Columns(Named), "Check the row for a comma in a cell that is not quoted.");
        }

        return null;
    }

    private static string Columns(int count) => count == 1 ? "1 column" : string.Create(CultureInfo.InvariantCulture, $"{count} columns");

    private int? Find(string column, StringComparison comparison)
    {
        var first = Array.FindIndex(names, name => name.Equals(column, comparison));
        if (first < 0) return null;
        var second = Array.FindIndex(names, first + 1, name => name.Equals(column, comparison));
        return second < 0
            ? first
            : throw new NeatxException($"{file}:1: the column '{column}' is there twice (columns {first + 1} and {second + 1}), "
                + "so that it is not clear which is meant. Rename one in the file.");
    }
}
