using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// Conger's kappa (1980), Cohen's for any number of raters: expected disagreement is the mean over pairs of raters, each with their own
/// category shares among the items they rated. Raters who rated nothing are left out. Variance by Gwet (2014).
/// </summary>
internal sealed class CongerKappa : AgreementFormula
{
    private readonly RatingPatterns _patterns;
    private readonly Distances _distances;
    private readonly ObservedDisagreement _observed;
    private readonly double _level;

    public CongerKappa(RatingPatterns patterns, double level)
        : base(AgreementNames.CongerKappa)
    {
        (_patterns, _level) = (patterns, level);
        _distances = Distances.Nominal(patterns.Size);
        _observed = new ObservedDisagreement(patterns, _distances);
    }

    public override bool TryValue(ReadOnlySpan<long> counts, out double value)
    {
        value = 0;
        if (!_observed.TryMean(counts, out var observed)) return false;
        var expected = Expected(RaterShares(counts, out _));
        if (expected == 0) return false;
        value = 1 - (observed / expected);
        return true;
    }

    public override Statistic Of(ReadOnlySpan<long> counts)
    {
        if (!_observed.TryMean(counts, out var observed))
            return Statistic.None(_patterns.IsCrosstab ? Undefined.NoItems : Undefined.NoPairs);
        if (!TryValue(counts, out var value)) return Statistic.None(Undefined.OneCategory);
        var shares = RaterShares(counts, out var rated);
        var active = rated.Count(static items => items > 0);
        var expected = Expected(shares);
        var (others, mine) = FromOthers(shares, active);
        var linearised = new ItemVariance(_patterns, counts);
        for (var pattern = 0; pattern < _patterns.Distinct; pattern++)
        {
            if (_patterns.Ratings(pattern) == 0) continue;
            var row = _patterns.Row(pattern);
            var ofItem = 0.0;
            for (var rater = 0; rater < row.Length; rater++)
            {
                if (rated[rater] == 0) continue;
                ofItem += mine[rater];
                if (row[rater] > 0)
                    ofItem += (others[(rater * _patterns.Size) + row[rater] - 1] - mine[rater]) * linearised.Items / rated[rater];
            }

            ofItem /= active;
            var pairs = _observed.HasPairs(pattern) ? linearised.RatedPerPaired * (1 - (_observed[pattern] / expected)) : 0;
            linearised.Add(counts[pattern], pairs + (2 * (1 - value) * (ofItem - expected) / expected));
        }

        return linearised.Complete(value, observed == 0, _level);
    }

    /// <summary>Each rater's category shares, raters x categories, and how many items each rated.</summary>
    private double[] RaterShares(ReadOnlySpan<long> counts, out long[] rated)
    {
        var shares = new double[_patterns.Raters * _patterns.Size];
        rated = new long[_patterns.Raters];
        for (var pattern = 0; pattern < counts.Length; pattern++)
        {
            var row = _patterns.Row(pattern);
            for (var rater = 0; rater < row.Length; rater++)
            {
                if (row[rater] == 0) continue;
                shares[(rater * _patterns.Size) + row[rater] - 1] += counts[pattern];
                rated[rater] += counts[pattern];
            }
        }

        for (var cell = 0; cell < shares.Length; cell++)
            if (rated[cell / _patterns.Size] is var items and > 0)
                shares[cell] /= items;
        return shares;
    }

    private double Expected(double[] shares)
    {
        var active = 0;
        for (var rater = 0; rater < _patterns.Raters; rater++)
            if (shares.AsSpan(rater * _patterns.Size, _patterns.Size).ContainsAnyExcept(0.0))
                active++;
        var (_, mine) = FromOthers(shares, active);
        return mine.Sum() / active;
    }

    /// <summary>
    /// The mean distance of each category from the other raters' ratings (raters x categories), and of each rater's own ratings from them.
    /// </summary>
    private (double[] OfCategory, double[] OfRater) FromOthers(double[] shares, int active)
    {
        var size = _patterns.Size;
        var pooled = new double[size];
        for (var cell = 0; cell < shares.Length; cell++) pooled[cell % size] += shares[cell];
        var (ofCategory, ofRater) = (new double[shares.Length], new double[_patterns.Raters]);
        for (var cell = 0; cell < shares.Length; cell++)
        {
            var rater = cell / size;
            for (var other = 0; other < size; other++)
                ofCategory[cell] += _distances[cell % size, other] * (pooled[other] - shares[(rater * size) + other]) / (active - 1);
            ofRater[rater] += shares[cell] * ofCategory[cell];
        }

        return (ofCategory, ofRater);
    }
}
