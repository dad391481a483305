namespace Neatx.Core.Agreement;

/// <summary>For each pattern the mean distance between two of its ratings, all pairs alike; defined from two ratings on.</summary>
internal sealed class ObservedDisagreement
{
    private readonly RatingPatterns _patterns;
    private readonly double[] _values;

    public ObservedDisagreement(RatingPatterns patterns, Distances distances)
    {
        _patterns = patterns;
        _values = new double[patterns.Distinct];
        for (var pattern = 0; pattern < _values.Length; pattern++) _values[pattern] = Of(patterns, pattern, distances);
    }

    public double this[int pattern] => _values[pattern];

    /// <summary>0 where there are fewer than two ratings.</summary>
    public static double Of(RatingPatterns patterns, int pattern, Distances distances)
    {
        var profile = patterns.Profile(pattern);
        double ratings = patterns.Ratings(pattern);
        if (ratings < 2) return 0;
        var sum = 0.0;
        for (var category = 1; category < profile.Length; category++)
            for (var other = 0; other < category && profile[category] > 0; other++)
                sum += profile[category] * profile[other] * distances[category, other];
        return 2 * sum / (ratings * (ratings - 1));
    }

    public bool HasPairs(int pattern) => _patterns.Ratings(pattern) >= 2;

    /// <summary>The mean over the items with two ratings or more; false when there is none.</summary>
    public bool TryMean(ReadOnlySpan<long> counts, out double mean)
    {
        var items = 0L;
        mean = 0;
        for (var pattern = 0; pattern < counts.Length; pattern++)
        {
            if (!HasPairs(pattern)) continue;
            items += counts[pattern];
            mean += counts[pattern] * _values[pattern];
        }

        if (items == 0) return false;
        mean /= items;
        return true;
    }
}
