namespace Neatx.Core.Statistics;

/// <summary>
/// A figure as a function of how many items fell in each cell (of a crosstab, or of a list of rating patterns).
/// Called thousands of times in one resampling, from several threads: it keeps no state.
/// </summary>
/// <param name="counts">Items per cell.</param>
/// <param name="value">The figure; meaningless when the answer is false.</param>
/// <returns>False when the figure is undefined for these counts.</returns>
public delegate bool CountStatistic(ReadOnlySpan<long> counts, out double value);
