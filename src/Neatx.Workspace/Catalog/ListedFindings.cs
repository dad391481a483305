using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>Findings as one cell that lists them: names with a separator between them, or a Python list literal.</summary>
internal sealed class ListedFindings(ColumnMapping mapping, FindingVocabulary vocabulary) : IFindingReader
{
    private readonly HashSet<string> none = new(mapping.NoFinding, StringComparer.OrdinalIgnoreCase);
    private readonly FindingLists lists = new();
    private int column;

    public void Bind(CsvHeader header) => column = header.Find(mapping.FindingList!);

    public FindingList? Read(TableRow row)
    {
        var cell = row[column];
        // pandas writes an absent list as nan.
        if (cell.IsEmpty || (mapping.Separator is null && cell is "nan")) return null;
        if (lists.Find(cell) is { } known) return known;
        if (mapping.Separator is { } separator) return lists.Add(cell, Harmonise(cell.ToString().Split(separator)));
        if (PythonList.TryParse(cell, out var items, out var expected)) return lists.Add(cell, Harmonise([.. items]));
        row.Problem("malformed-list", column, cell, $"a Python list of names, {expected}",
            "Correct the cell, or name the separator between findings in the column mapping.");
        return null;
    }

    private FindingList Harmonise(string[] raw)
    {
        var names = new List<string>();
        var saysNone = false;
        foreach (var entry in raw)
        {
            var name = entry.Trim();
            if (name.Length == 0) continue;
            if (none.Contains(name))
            {
                saysNone = true;
                continue;
            }

            name = vocabulary.Name(mapping.NormaliseNames ? name.ToLowerInvariant() : name);
            if (!names.Contains(name)) names.Add(name);
        }

        return new([.. names], mapping.NormaliseNames ? raw : null, saysNone && names.Count > 0);
    }
}
