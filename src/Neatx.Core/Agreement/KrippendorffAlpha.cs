using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// Krippendorff's alpha (2011): 1 - observed / expected disagreement among the ratings of items with two ratings or more, every rating with
/// the same weight, expected without replacement. Variance by Gwet (2014); for the ordinal metric the distances are taken as fixed.
/// </summary>
internal sealed class KrippendorffAlpha : AgreementFormula
{
    private readonly RatingPatterns _patterns;
    private readonly double[] _scores;
    private readonly (Distances Distances, ObservedDisagreement Observed)? _fixed;
    private readonly double _level;

    /// <param name="name">The statistic's name.</param>
    /// <param name="patterns">The patterns that counts will be given for.</param>
    /// <param name="distances">The metric, or null for the ordinal one, which depends on the counts.</param>
    /// <param name="scores">The order of the categories, for the ordinal metric.</param>
    /// <param name="level">The level of the interval.</param>
    public KrippendorffAlpha(string name, RatingPatterns patterns, Distances? distances, ReadOnlySpan<double> scores, double level)
        : base(name)
    {
        (_patterns, _scores, _level) = (patterns, scores.ToArray(), level);
        _fixed = distances is null ? null : (distances, new ObservedDisagreement(patterns, distances));
    }

    public override bool TryValue(ReadOnlySpan<long> counts, out double value) => TryMoments(counts, out _, out value);

    public override Statistic Of(ReadOnlySpan<long> counts)
    {
        if (!TryMoments(counts, out var m, out var value))
        {
            return Statistic.None(m.Ratings > 0 ? Undefined.OneCategory
                : _patterns.IsCrosstab ? Undefined.NoItems
                : Undefined.NoPairs);
        }

        // As Fleiss' kappa, but each item weighted by its number of ratings relative to the mean number.
        var plain = 1 - (m.Observed / m.Expected);
        var linearised = new ItemVariance(_patterns, counts, pairedOnly: true);
        var perItem = m.Ratings / linearised.Items;
        var fromAll = MeanDistances(m);
        for (var pattern = 0; pattern < _patterns.Distinct; pattern++)
        {
            double ratings = _patterns.Ratings(pattern);
            if (ratings < 2) continue;
            var ofItem = 0.0;
            var profile = _patterns.Profile(pattern);
            for (var category = 0; category < profile.Length; category++) ofItem += profile[category] * fromAll[category];
            var excess = (ratings - perItem) / perItem;
            var agreed = (ratings * (1 - m.OfPattern(_patterns, pattern)) / perItem) - ((1 - m.Unreplaced) * excess);
            var chance = ((ratings - ofItem) / perItem) - ((1 - m.Expected) * excess);
            linearised.Add(counts[pattern], ((agreed - 1 + m.Expected) - (2 * (1 - plain) * (chance - 1 + m.Expected))) / m.Expected);
        }

        var source = _fixed is null ? "Gwet 2014, ordinal distances taken as fixed" : "Gwet 2014";
        return linearised.Complete(value, m.Observed == 0, _level, plain, source);
    }

    /// <summary>For each category the mean distance of all ratings from it.</summary>
    private static double[] MeanDistances(Moments m)
    {
        var means = new double[m.Uses.Length];
        for (var category = 0; category < means.Length; category++)
            for (var other = 0; other < means.Length; other++)
                means[category] += m.Distances[category, other] * m.Uses[other] / m.Ratings;
        return means;
    }

    private bool TryMoments(ReadOnlySpan<long> counts, out Moments moments, out double value)
    {
        var uses = new double[_patterns.Size];
        var ratings = 0.0;
        for (var pattern = 0; pattern < counts.Length; pattern++)
        {
            if (_patterns.Ratings(pattern) < 2) continue;
            ratings += (double)counts[pattern] * _patterns.Ratings(pattern);
            var profile = _patterns.Profile(pattern);
            for (var category = 0; category < uses.Length; category++) uses[category] += (double)counts[pattern] * profile[category];
        }

        var distances = _fixed?.Distances ?? Distances.Ordinal(_scores, uses);
        moments = new Moments(uses, ratings, distances, _fixed?.Observed);
        value = 0;
        if (ratings == 0) return false;
        for (var pattern = 0; pattern < counts.Length; pattern++)
            if (counts[pattern] > 0)
                moments.Observed += (double)counts[pattern] * _patterns.Ratings(pattern) * moments.OfPattern(_patterns, pattern) / ratings;
        for (var category = 0; category < uses.Length; category++)
            for (var other = 0; other < uses.Length; other++)
                moments.Expected += distances[category, other] * uses[category] * uses[other] / (ratings * ratings);
        if (moments.Expected == 0) return false;
        value = 1 - (moments.Unreplaced / moments.Expected);
        return true;
    }

    /// <param name="uses">Ratings per category.</param>
    /// <param name="ratings">All ratings.</param>
    /// <param name="distances">The metric.</param>
    /// <param name="table">The observed disagreement of each pattern, where it is known beforehand.</param>
    private sealed class Moments(double[] uses, double ratings, Distances distances, ObservedDisagreement? table)
    {
        public double[] Uses => uses;

        public double Ratings => ratings;

        public Distances Distances => distances;

        /// <summary>Mean distance between two ratings of an item.</summary>
        public double Observed { get; set; }

        /// <summary>The same, scaled for an expectation without replacement.</summary>
        public double Unreplaced => Observed * (ratings - 1) / ratings;

        /// <summary>Mean distance between any two ratings, drawn with replacement.</summary>
        public double Expected { get; set; }

        public double OfPattern(RatingPatterns patterns, int pattern) =>
            table?[pattern] ?? ObservedDisagreement.Of(patterns, pattern, distances);
    }
}
