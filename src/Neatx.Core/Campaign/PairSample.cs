using Neatx.Core.Agreement;
using Neatx.Core.Statistics;

namespace Neatx.Core.Campaign;

/// <summary>The answers of two sides on the images that both judged, by patient.</summary>
internal sealed class PairSample(int size)
{
    private readonly long[] _counts = new long[size * size];
    private readonly ClusterTally _tally = new(size * size);

    /// <summary>Patients by the order in which they come here: a pair of a hundred raters sees few of all patients.</summary>
    private readonly Dictionary<int, int> _patients = [];

    public void Add(int patient, int cell)
    {
        if (!_patients.TryGetValue(patient, out var cluster)) _patients.Add(patient, cluster = _patients.Count);
        _counts[cell]++;
        _tally.Add(cluster, cell);
    }

    public SampledKappa Kappa(IReadOnlyList<string> categories, BootstrapOptions? options)
    {
        var table = new Crosstab(categories, _counts);
        var formula = CohenKappa.Unweighted(size, options?.Level ?? .95);
        var kappa = formula.Of(table.Counts);
        if (options is not null && kappa.Value is not null)
        {
            var bootstrap = ClusterBootstrap.Of(_tally.ToClasses(), formula.TryValue, options);
            kappa = kappa with { BootstrapCi = bootstrap.Interval, BootstrapUndefined = bootstrap.Undefined };
        }

        return new(kappa, table);
    }
}
