using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// How two raters agreed on one finding over the order of rating, and whether they call positives equally often. Immutable.
/// </summary>
/// <param name="A">The first rater.</param>
/// <param name="B">The second rater.</param>
/// <param name="Crosstab">The items that both judged.</param>
/// <param name="Kappa">Cohen's kappa of all of them.</param>
/// <param name="McNemar">The test that both call positives equally often.</param>
/// <param name="KappaChart">Kappa over the latest items that both judged.</param>
public sealed record RaterPairDrift(string A, string B, Crosstab Crosstab, Statistic Kappa, Statistic McNemar, ControlChart KappaChart);
