using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>Cohen's kappa of two of many raters, on the items that both rated.</summary>
public sealed record RaterPair(string A, string B, Crosstab Crosstab, Statistic Kappa)
{
    /// <summary>The number of items that both rated.</summary>
    public long N => Crosstab.Total;
}
