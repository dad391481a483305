using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// One statistic of agreement, made for given categories (and raters), ready for any counts of them. The counts are items per cell: the
/// cells of a crosstab, row-major, or the patterns of <see cref="RatingPatterns"/>. Immutable, so threads may share it.
/// </summary>
public abstract class AgreementFormula
{
    private protected AgreementFormula(string name) => Name = name;

    /// <summary>One of <see cref="AgreementNames"/>.</summary>
    public string Name { get; }

    /// <summary>False for tests, whose value is not an estimate of anything.</summary>
    public virtual bool IsEstimate => true;

    /// <summary>The figure alone, cheaply; see <see cref="CountStatistic"/>.</summary>
    public abstract bool TryValue(ReadOnlySpan<long> counts, out double value);

    /// <summary>The figure with all that is known of it, or undefined with its reason.</summary>
    public abstract Statistic Of(ReadOnlySpan<long> counts);

    internal static long Total(ReadOnlySpan<long> counts)
    {
        var total = 0L;
        foreach (var count in counts) total += count;
        return total;
    }
}
