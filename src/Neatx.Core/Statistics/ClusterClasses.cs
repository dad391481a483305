namespace Neatx.Core.Statistics;

/// <summary>
/// Clusters sorted by what they hold: the distinct lists of cell counts, and how many clusters have each. Clusters with equal
/// counts are exchangeable, so this is all that a bootstrap by cluster needs. Immutable.
/// </summary>
public sealed class ClusterClasses
{
    private readonly (CellCounts Counts, long Clusters)[] _classes;
    private readonly long[] _totals;

    internal ClusterClasses(int cells, string unit, IEnumerable<(CellCounts Counts, long Clusters)> classes)
    {
        (Cells, Unit) = (cells, unit);
        _classes = [.. classes.OrderByDescending(each => each.Clusters).ThenBy(each => each.Counts, CellCounts.Order)];
        _totals = new long[cells];
        foreach (var (counts, clusters) in _classes)
        {
            Clusters += clusters;
            foreach (var (cell, count) in counts.Entries) _totals[cell] += count * clusters;
        }
    }

    public int Cells { get; }

    /// <summary>What a cluster is: "patient", or "item" where every item stands for itself.</summary>
    public string Unit { get; }

    /// <summary>The number of clusters that hold at least one item.</summary>
    public long Clusters { get; }

    /// <summary>The number of distinct lists of counts; the work of one resample grows with this and not with the clusters.</summary>
    public int Distinct => _classes.Length;

    /// <summary>Items per cell over all clusters.</summary>
    public ReadOnlySpan<long> Totals => _totals;

    /// <summary>Most frequent first, then in the order of their counts.</summary>
    internal ReadOnlySpan<(CellCounts Counts, long Clusters)> Classes => _classes;

    /// <summary>Every item is a cluster of its own: the ordinary bootstrap of the counts.</summary>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public static ClusterClasses OfItems(ReadOnlySpan<long> counts)
    {
        var classes = new List<(CellCounts, long)>();
        for (var cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] < 0) throw new ArgumentException($"A count is not negative, got {counts[cell]}.", nameof(counts));
            if (counts[cell] > 0) classes.Add((CellCounts.Single(cell), counts[cell]));
        }

        return new ClusterClasses(counts.Length, "item", classes);
    }

    /// <summary>
    /// The same clusters under other cells: each cell goes to the cell that the map names, or is dropped where it names none. So items are
    /// streamed once and every policy for uncertain, invalid and missing labels is a fold. Clusters that keep no item do not count.
    /// </summary>
    /// <exception cref="ArgumentException">The map does not name a target, or null, for each cell.</exception>
    public ClusterClasses Fold(int cells, ReadOnlySpan<int?> map)
    {
        if (map.Length != Cells) throw new ArgumentException($"Expected a target for each of {Cells} cells, got {map.Length}.", nameof(map));
        foreach (var target in map)
            if (target is < 0 || target >= cells)
                throw new ArgumentException($"A target is 0 to {cells - 1}, got {target}.", nameof(map));
        var folded = new Dictionary<CellCounts, long>();
        foreach (var (counts, clusters) in _classes)
        {
            var key = counts.Folded(map);
            if (!key.Entries.IsEmpty) folded[key] = folded.GetValueOrDefault(key) + clusters;
        }

        return new ClusterClasses(cells, Unit, folded.Select(each => (each.Key, each.Value)));
    }
}
