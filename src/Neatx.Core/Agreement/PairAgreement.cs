using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>All statistics of agreement between two raters or label sets on one finding, from their crosstab. Immutable.</summary>
public sealed record PairAgreement
{
    private PairAgreement(Crosstab table, string policy, StatisticTable statistics)
    {
        (Crosstab, Policy, Statistics) = (table, policy, statistics);
        Band = statistics[AgreementNames.CohenKappa].Value is { } kappa ? AgreementBand.Of(Math.Clamp(kappa, -1, 1)) : null;
    }

    /// <summary>The number of items that both rated, after the policy.</summary>
    public long N => Crosstab.Total;

    public Crosstab Crosstab { get; }

    /// <summary>How uncertain, invalid and missing labels were treated.</summary>
    public string Policy { get; }

    /// <summary>In the order of <see cref="AgreementNames.OfPairs"/>.</summary>
    public StatisticTable Statistics { get; }

    /// <summary>The Landis-Koch band of Cohen's kappa, or null where kappa is undefined.</summary>
    public AgreementBand? Band { get; }

    public Statistic this[string name] => Statistics[name];

    /// <summary>Computes the table.</summary>
    /// <param name="table">The counts.</param>
    /// <param name="options">Level, scores, resampling.</param>
    /// <param name="clusters">The same items by patient, cells row-major as in the crosstab; null resamples items.</param>
    /// <exception cref="ArgumentException">The clusters do not hold the items of the crosstab.</exception>
    public static PairAgreement Of(Crosstab table, AgreementOptions options, ClusterClasses? clusters = null)
    {
        if (clusters is not null && !clusters.Totals.SequenceEqual(table.Counts))
            throw new ArgumentException("The clusters hold other items than the crosstab; fold both by the same policy.", nameof(clusters));
        var statistics = StatisticTable.Of(FormulaSet.ForPair(table, options), AgreementNames.OfPairs, table.Counts, options, clusters);
        return new PairAgreement(table, options.Policy, statistics);
    }

    /// <summary>One statistic of the table alone, with its analytic interval.</summary>
    /// <exception cref="ArgumentException">There is no such statistic.</exception>
    public static Statistic Of(string name, Crosstab table, AgreementOptions options) =>
        FormulaSet.ForPair(table, options)[name].Of(table.Counts);
}
