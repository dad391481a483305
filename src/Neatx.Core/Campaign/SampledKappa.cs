using Neatx.Core.Agreement;
using Neatx.Core.Statistics;

namespace Neatx.Core.Campaign;

/// <summary>Cohen's kappa and the table behind it.</summary>
/// <param name="Kappa">Undefined with its reason where nothing is shared.</param>
/// <param name="Table">Negative and positive, after the policy; its total is n.</param>
public sealed record SampledKappa(Statistic Kappa, Crosstab Table)
{
    public long N => Table.Total;
}
