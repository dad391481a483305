using System.Runtime.InteropServices;

namespace Neatx.Core.Statistics;

/// <summary>
/// Takes items one by one, each in a cluster (a patient) and a cell (of a crosstab), and keeps how many items of each cell every
/// cluster has. Equal clusters share one list of counts, so a cluster costs four bytes, however many items were seen.
/// Not thread-safe.
/// </summary>
public sealed class ClusterTally
{
    // A cluster is in a state: the list of its counts so far. State 0 is the cluster without items; one more item follows an edge.
    private readonly List<int> _stateOfCluster = [];
    private readonly List<CellCounts> _states = [CellCounts.Empty];
    private readonly Dictionary<CellCounts, int> _stateOf = new() { [CellCounts.Empty] = 0 };
    private readonly Dictionary<(int State, int Cell), int> _edges = [];

    /// <param name="cells">The number of cells, for instance K x K of a crosstab.</param>
    /// <param name="unit">What a cluster is, for the method text: "patient".</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no cell.</exception>
    public ClusterTally(int cells, string unit = "patient")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cells);
        (Cells, Unit) = (cells, unit);
    }

    public int Cells { get; }

    public string Unit { get; }

    /// <summary>Adds one item.</summary>
    /// <param name="cluster">0, 1, 2, … in any order; an index never named is a cluster without items and does not count.</param>
    /// <param name="cell">0 to <see cref="Cells"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cluster is negative or the cell does not exist.</exception>
    public void Add(int cluster, int cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cluster);
        if ((uint)cell >= (uint)Cells) throw new ArgumentOutOfRangeException(nameof(cell), cell, $"A cell is 0 to {Cells - 1}.");
        if (cluster >= _stateOfCluster.Count) CollectionsMarshal.SetCount(_stateOfCluster, cluster + 1);
        ref var state = ref CollectionsMarshal.AsSpan(_stateOfCluster)[cluster];
        state = _edges.TryGetValue((state, cell), out var next) ? next : Follow(state, cell);
    }

    /// <summary>
    /// The distinct lists of counts and how many clusters have each. Depends on the clusters alone, not on their order or numbers.
    /// </summary>
    public ClusterClasses ToClasses()
    {
        var clusters = new long[_states.Count];
        foreach (var state in _stateOfCluster) clusters[state]++;
        var classes = new List<(CellCounts Counts, long Clusters)>();
        for (var state = 1; state < clusters.Length; state++)
            if (clusters[state] > 0)
                classes.Add((_states[state], clusters[state]));
        return new ClusterClasses(Cells, Unit, classes);
    }

    private int Follow(int state, int cell)
    {
        var counts = _states[state].Plus(cell);
        if (!_stateOf.TryGetValue(counts, out var next))
        {
            next = _states.Count;
            _states.Add(counts);
            _stateOf.Add(counts, next);
        }

        _edges.Add((state, cell), next);
        return next;
    }
}
