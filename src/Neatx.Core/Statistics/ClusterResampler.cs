namespace Neatx.Core.Statistics;

/// <summary>
/// Draws N clusters with replacement and adds up their counts. The numbers in which each class of equal clusters is drawn are
/// multinomial: classes with many clusters are drawn as binomials, each given those before it; the clusters of rare
/// classes one by one, which is cheaper there than a binomial deviate each.
/// </summary>
internal sealed class ClusterResampler
{
    private const int RareBelow = 8;

    private readonly long _clusters;
    private readonly double[] _probabilities;
    private readonly int[] _rareClusters;
    private readonly int[] _starts;
    private readonly int[] _cells;
    private readonly long[] _counts;

    public ClusterResampler(ClusterClasses classes)
    {
        _clusters = classes.Clusters;
        _starts = new int[classes.Distinct + 1];
        var (cells, counts, probabilities, rare) = (new List<int>(), new List<long>(), new List<double>(), new List<int>());
        var left = classes.Clusters;
        for (var index = 0; index < classes.Distinct; index++)
        {
            var (entries, clusters) = classes.Classes[index];
            foreach (var (cell, count) in entries.Entries)
            {
                cells.Add(cell);
                counts.Add(count);
            }

            _starts[index + 1] = cells.Count;
            if (clusters < RareBelow)
                rare.AddRange(Enumerable.Repeat(index, (int)clusters));
            else
                probabilities.Add((double)clusters / left);
            left -= clusters;
        }

        (_cells, _counts, _probabilities, _rareClusters) = ([.. cells], [.. counts], [.. probabilities], [.. rare]);
    }

    /// <summary>Overwrites the counts with those of one resample.</summary>
    public void Draw(ref RandomStream random, Span<long> counts)
    {
        counts.Clear();
        var left = _clusters;
        for (var index = 0; index < _probabilities.Length; index++)
        {
            var drawn = random.NextBinomial(left, _probabilities[index]);
            left -= drawn;
            for (var entry = _starts[index]; entry < _starts[index + 1]; entry++) counts[_cells[entry]] += drawn * _counts[entry];
        }

        for (; left > 0; left--)
        {
            var index = _rareClusters[random.NextInt(_rareClusters.Length)];
            for (var entry = _starts[index]; entry < _starts[index + 1]; entry++) counts[_cells[entry]] += _counts[entry];
        }
    }
}
