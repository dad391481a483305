namespace Neatx.Core.Statistics;

/// <summary>How many items one cluster has in each cell: the cells that have any, in order. Immutable, equal by value.</summary>
internal sealed class CellCounts : IEquatable<CellCounts>
{
    private readonly (int Cell, long Count)[] _entries;

    private CellCounts((int Cell, long Count)[] entries) => _entries = entries;

    public static CellCounts Empty { get; } = new([]);

    /// <summary>Cell by cell, then count by count.</summary>
    public static IComparer<CellCounts> Order { get; } = Comparer<CellCounts>.Create(Compare);

    public ReadOnlySpan<(int Cell, long Count)> Entries => _entries;

    public static CellCounts Single(int cell) => new([(cell, 1)]);

    /// <summary>One more item in a cell.</summary>
    public CellCounts Plus(int cell)
    {
        var at = 0;
        while (at < _entries.Length && _entries[at].Cell < cell) at++;
        var present = at < _entries.Length && _entries[at].Cell == cell;
        (int Cell, long Count)[] entries = present
            ? [.. _entries]
            : [.. _entries[..at], (cell, 0), .. _entries[at..]];
        entries[at].Count++;
        return new CellCounts(entries);
    }

    /// <summary>The same items with every cell renamed, or dropped where the map says so; cells that fall together are added.</summary>
    public CellCounts Folded(ReadOnlySpan<int?> map)
    {
        var sums = new SortedDictionary<int, long>();
        foreach (var (cell, count) in _entries)
            if (map[cell] is { } target)
                sums[target] = sums.GetValueOrDefault(target) + count;
        return new CellCounts([.. sums.Select(sum => (sum.Key, sum.Value))]);
    }

    public bool Equals(CellCounts? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    public override bool Equals(object? obj) => Equals(obj as CellCounts);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var entry in _entries) hash.Add(entry);
        return hash.ToHashCode();
    }

    private static int Compare(CellCounts left, CellCounts right) => left._entries.AsSpan().SequenceCompareTo(right._entries);
}
