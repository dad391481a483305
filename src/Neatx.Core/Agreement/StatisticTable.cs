using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>Named statistics in a fixed order. Immutable.</summary>
public sealed class StatisticTable
{
    private readonly Dictionary<string, Statistic> _byName;

    internal StatisticTable(KeyValuePair<string, Statistic>[] all) =>
        (All, _byName) = (all, all.ToDictionary(StringComparer.Ordinal));

    /// <summary>Name and statistic, in the order of the report.</summary>
    public IReadOnlyList<KeyValuePair<string, Statistic>> All { get; }

    /// <exception cref="KeyNotFoundException">No such statistic.</exception>
    public Statistic this[string name] => _byName.TryGetValue(name, out var statistic)
        ? statistic
        : throw new KeyNotFoundException($"No statistic '{name}' here; there are {string.Join(", ", _byName.Keys)}.");

    /// <summary>Computes the named statistics, with intervals by resampling the clusters where the options ask for them.</summary>
    internal static StatisticTable Of(
        FormulaSet set, IReadOnlyList<string> names, ReadOnlySpan<long> counts, AgreementOptions options, ClusterClasses? clusters)
    {
        var formulas = names.Select(name => set[name]).ToArray();
        var statistics = new Statistic[formulas.Length];
        for (var index = 0; index < formulas.Length; index++) statistics[index] = formulas[index].Of(counts);
        if (options.Bootstrap is { } bootstrap) Resample(formulas, statistics, clusters ?? ClusterClasses.OfItems(counts), bootstrap);
        return new StatisticTable([.. names.Zip(statistics, KeyValuePair.Create)]);
    }

    private static void Resample(AgreementFormula[] formulas, Statistic[] statistics, ClusterClasses clusters, BootstrapOptions options)
    {
        var wanted = Enumerable.Range(0, formulas.Length)
            .Where(index => formulas[index].IsEstimate && statistics[index].Value is not null)
            .ToArray();
        var intervals = ClusterBootstrap.Of(clusters, [.. wanted.Select(index => (CountStatistic)formulas[index].TryValue)], options);
        for (var index = 0; index < wanted.Length; index++)
        {
            ref var statistic = ref statistics[wanted[index]];
            statistic = statistic with { BootstrapCi = intervals[index].Interval, BootstrapUndefined = intervals[index].Undefined };
        }
    }
}
