using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>Findings as one cell that lists them: names with a separator between them, or a Python list literal.</summary>
internal sealed class ListedFindings(ColumnMapping mapping, FindingVocabulary vocabulary, FindingLists lists) : IFindingReader
{
    private readonly HashSet<string> none = new(mapping.NoFinding, StringComparer.OrdinalIgnoreCase);
    private int column;

    public void Bind(CsvHeader header) => column = header.Find(mapping.FindingList!);

    public bool TryRead(TableRow row, out int list)
    {
        list = FindingLists.Unlabelled;
        var cell = row[column];
        // pandas writes an absent list as nan.
        if (cell.IsEmpty || (mapping.Separator is null && cell is "nan")) return true;
        if (lists.TryGet(cell, out list)) return true;
        List<string> raw;
        if (mapping.Separator is { } separator)
        {
            raw = [.. cell.ToString().Split(separator)];
        }
        else if (!PythonList.TryParse(cell, out raw, out var expected))
        {
            row.Problem("malformed-list", column, cell, $"a Python list of names, {expected}",
                "Correct the cell, or name the separator between findings in the column mapping.");
            return false;
        }

        var names = new List<string>();
        var saysNone = false;
        foreach (var entry in raw)
        {
            var name = entry.Trim();
            if (name.Length == 0) continue;
            if (none.Contains(name)) saysNone = true;
            else Add(names, vocabulary.Name(mapping.NormaliseNames ? name.ToLowerInvariant() : name));
        }

        list = lists.Add(cell, names, mapping.NormaliseNames ? raw : null, saysNone && names.Count > 0);
        return true;
    }

    private static void Add(List<string> names, string name)
    {
        if (!names.Contains(name)) names.Add(name);
    }
}
