using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// Percent agreement, Fleiss' kappa, Brennan and Prediger's coefficient, and Gwet's AC1 and AC2 for any number of raters with ratings
/// missing: 1 - observed / expected disagreement. Observed is the mean over the items with two ratings or more; category shares are
/// the mean over all rated items of each item's shares. Variance by Gwet (2014), which treats the items as a sample.
/// </summary>
internal sealed class ChanceCorrected : AgreementFormula
{
    private readonly ChanceModel _model;
    private readonly RatingPatterns _patterns;
    private readonly Distances _distances;
    private readonly ObservedDisagreement _observed;
    private readonly double[] _shares;
    private readonly double _level;

    public ChanceCorrected(string name, ChanceModel model, RatingPatterns patterns, Distances distances, double level)
        : base(name)
    {
        (_model, _patterns, _distances, _level) = (model, patterns, distances, level);
        _observed = new ObservedDisagreement(patterns, distances);
        _shares = new double[patterns.Distinct * patterns.Size];
        for (var pattern = 0; pattern < patterns.Distinct; pattern++)
            for (var category = 0; category < patterns.Size; category++)
                if (patterns.Ratings(pattern) > 0)
                    _shares[(pattern * patterns.Size) + category] = (double)patterns.Profile(pattern)[category] / patterns.Ratings(pattern);
    }

    public override bool TryValue(ReadOnlySpan<long> counts, out double value)
    {
        value = 0;
        if (!_observed.TryMean(counts, out var observed)) return false;
        var expected = Expected(counts);
        if (expected == 0) return false;
        value = 1 - (observed / expected);
        return true;
    }

    public override Statistic Of(ReadOnlySpan<long> counts)
    {
        if (!_observed.TryMean(counts, out var observed))
            return Statistic.None(_patterns.IsCrosstab ? Undefined.NoItems : Undefined.NoPairs);
        if (!TryValue(counts, out var value))
            return Statistic.None(_patterns.Size < 2 ? Undefined.OneCategoryExists : Undefined.OneCategory);
        var expected = Expected(counts);
        var byCategory = ExpectedByCategory(PooledShares(counts));
        var linearised = new ItemVariance(_patterns, counts);
        for (var pattern = 0; pattern < _patterns.Distinct; pattern++)
        {
            if (_patterns.Ratings(pattern) == 0) continue;
            var ofItem = _model is ChanceModel.None or ChanceModel.Uniform ? expected : 0;
            if (_model is ChanceModel.PooledShares or ChanceModel.HardItems)
                for (var category = 0; category < _patterns.Size; category++)
                    ofItem += _shares[(pattern * _patterns.Size) + category] * byCategory[category];
            var pairs = _observed.HasPairs(pattern) ? linearised.RatedPerPaired * (1 - (_observed[pattern] / expected)) : 0;
            linearised.Add(counts[pattern], pairs + (2 * (1 - value) * (ofItem - expected) / expected));
        }

        return linearised.Complete(value, observed == 0, _level);
    }

    private double Expected(ReadOnlySpan<long> counts)
    {
        if (_model == ChanceModel.None) return 1;
        if (_model == ChanceModel.Uniform) return _distances.Sum / (_patterns.Size * (double)_patterns.Size);
        var shares = PooledShares(counts);
        var byCategory = ExpectedByCategory(shares);
        var expected = 0.0;
        for (var category = 0; category < shares.Length; category++) expected += shares[category] * byCategory[category];
        return expected;
    }

    /// <summary>
    /// The disagreement expected of a rating in each category, whose mean over the ratings is the expectation of the model.
    /// </summary>
    private double[] ExpectedByCategory(double[] shares)
    {
        var size = shares.Length;
        var expected = new double[size];
        if (_model == ChanceModel.HardItems && size > 1)
        {
            var weights = ((size * (double)size) - _distances.Sum) / (size * (size - 1.0));
            for (var category = 0; category < size; category++) expected[category] = 1 - (weights * (1 - shares[category]));
        }
        else if (_model == ChanceModel.PooledShares)
        {
            for (var category = 0; category < size; category++)
                for (var other = 0; other < size; other++)
                    expected[category] += _distances[category, other] * shares[other];
        }

        return expected;
    }

    private double[] PooledShares(ReadOnlySpan<long> counts)
    {
        var shares = new double[_patterns.Size];
        var items = 0L;
        for (var pattern = 0; pattern < counts.Length; pattern++)
        {
            if (_patterns.Ratings(pattern) == 0) continue;
            items += counts[pattern];
            for (var category = 0; category < shares.Length; category++)
                shares[category] += counts[pattern] * _shares[(pattern * shares.Length) + category];
        }

        foreach (ref var share in shares.AsSpan()) share /= items;
        return shares;
    }
}
