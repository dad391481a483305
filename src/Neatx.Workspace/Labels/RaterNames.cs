using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Labels;

/// <summary>Numbers the raters of a table, from 0.</summary>
internal sealed class RaterNames
{
    /// <summary>More raters than any study has; beyond it a column holds something else.</summary>
    public const int Most = 10_000;

    private readonly ColumnMapping mapping;
    private readonly List<string> names;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private int column;

    public RaterNames(ColumnMapping mapping)
    {
        this.mapping = mapping;
        names = [.. mapping.Raters];
        for (var i = 0; i < names.Count; i++) numbers.Add(names[i], i);
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The raters: as the mapping lists them, then others in the order they appear.</summary>
    public IReadOnlyList<string> Names => names;

    public void Bind(CsvHeader header)
    {
        if (mapping.Rater is { } rater) column = header.Find(rater);
    }

    /// <summary>The number of the row's rater; notes a problem when it names none.</summary>
    public bool TryRead(TableRow row, out int number)
    {
        var name = row[column];
        if (lookup.TryGetValue(name, out number)) return true;
        if (name.IsEmpty)
        {
            row.Problem("missing-rater", column, name, "who rated", "Name the rater of this row.");
            return false;
        }

        if (names.Count == Most)
            throw new NeatxException($"There are more than {Most:N0} raters, the last '{name}'. Check that the column mapped to the rater names raters.");
        number = names.Count;
        names.Add(name.ToString());
        lookup[name] = number;
        return true;
    }
}
