using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// The variance of a coefficient from its linearised value per item (Gwet 2014): the squared deviations from the coefficient, over n (n -
/// 1) for a sample of items rated by any number of raters. For two raters' crosstab over n², as Gwet's formulas for two raters have it
/// and Fleiss, Cohen and Everitt's for kappa.
/// </summary>
internal sealed class ItemVariance
{
    private readonly List<(long Items, double Value)> _values = [];
    private readonly bool _isCrosstab;

    /// <param name="patterns">The patterns that the counts belong to.</param>
    /// <param name="counts">Items per pattern.</param>
    /// <param name="pairedOnly">True when the coefficient looks at items with two ratings or more only.</param>
    public ItemVariance(RatingPatterns patterns, ReadOnlySpan<long> counts, bool pairedOnly = false)
    {
        _isCrosstab = patterns.IsCrosstab;
        var paired = 0L;
        for (var pattern = 0; pattern < counts.Length; pattern++)
        {
            if (patterns.Ratings(pattern) >= (pairedOnly ? 2 : 1)) Items += counts[pattern];
            if (patterns.Ratings(pattern) >= 2) paired += counts[pattern];
        }

        RatedPerPaired = (double)Items / paired;
    }

    /// <summary>The items that count, n.</summary>
    public long Items { get; }

    /// <summary>Rated items per item with two ratings or more.</summary>
    public double RatedPerPaired { get; }

    public void Add(long items, double value) => _values.Add((items, value));

    /// <summary>The statistic with its standard error and interval; without them when there is a single item.</summary>
    /// <param name="value">The coefficient.</param>
    /// <param name="perfect">True when no two ratings of an item differ: then the standard error is exactly 0 if no rating stands
    /// alone.</param>
    /// <param name="level">The level of the interval.</param>
    /// <param name="centre">What the linearised values scatter around, where it is not the coefficient.</param>
    /// <param name="source">The formula, for the method text.</param>
    public Statistic Complete(double value, bool perfect, double level, double? centre = null, string source = "Gwet 2014")
    {
        var statistic = Statistic.Of(value);
        if (Items < 2) return statistic;
        var squares = 0.0;
        foreach (var (items, linearised) in _values)
            squares += items * (linearised - (centre ?? value)) * (linearised - (centre ?? value));
        var error = perfect && RatedPerPaired == 1 ? 0 : Math.Sqrt(squares / (_isCrosstab ? Items : Items - 1) / Items);
        return statistic with
        {
            StandardError = error,
            Ci = ConfidenceInterval.StudentT(value, error, Items - 1, level, source),
        };
    }
}
