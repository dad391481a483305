using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>All statistics of agreement among any number of raters; ratings may be missing. Immutable.</summary>
public sealed record MultiRaterAgreement
{
    private MultiRaterAgreement(RatingPatterns patterns, string policy, StatisticTable statistics, IReadOnlyList<RaterPair> pairs)
    {
        (Policy, Statistics, Pairs) = (policy, statistics, pairs);
        for (var pattern = 0; pattern < patterns.Distinct; pattern++)
        {
            if (patterns.Ratings(pattern) >= 2) N += patterns.Counts[pattern];
            if (patterns.Ratings(pattern) == 1) RatedOnce += patterns.Counts[pattern];
            if (patterns.Ratings(pattern) == 0) Unrated += patterns.Counts[pattern];
        }
    }

    /// <summary>Items with two ratings or more: what agreement is observed on.</summary>
    public long N { get; }

    /// <summary>Items with one rating; they add to the category shares of Fleiss' kappa and Gwet's coefficients only.</summary>
    public long RatedOnce { get; }

    /// <summary>Items without a rating; they count nowhere.</summary>
    public long Unrated { get; }

    /// <summary>How uncertain and invalid labels were treated.</summary>
    public string Policy { get; }

    /// <summary>In the order of <see cref="AgreementNames.OfManyRaters"/>.</summary>
    public StatisticTable Statistics { get; }

    /// <summary>Cohen's kappa of every two raters, in the order of the raters.</summary>
    public IReadOnlyList<RaterPair> Pairs { get; }

    public Statistic this[string name] => Statistics[name];

    /// <summary>Computes the table.</summary>
    /// <param name="matrix">The ratings.</param>
    /// <param name="options">Level, scores, resampling.</param>
    /// <param name="patientOfItem">The cluster of each item, 0, 1, 2, …; empty resamples items.</param>
    /// <exception cref="ArgumentException">Patients are given, but not one for each item.</exception>
    public static MultiRaterAgreement Of(RatingMatrix matrix, AgreementOptions options, ReadOnlySpan<int> patientOfItem = default)
    {
        if (!patientOfItem.IsEmpty && patientOfItem.Length != matrix.Items)
            throw new ArgumentException($"Expected a patient for each of {matrix.Items} items, got {patientOfItem.Length}.", nameof(patientOfItem));
        var patterns = RatingPatterns.Of(matrix, out var patternOfItem);
        ClusterClasses? clusters = null;
        if (options.Bootstrap is not null && !patientOfItem.IsEmpty)
        {
            var tally = new ClusterTally(Math.Max(1, patterns.Distinct));
            for (var item = 0; item < patternOfItem.Length; item++) tally.Add(patientOfItem[item], patternOfItem[item]);
            clusters = tally.ToClasses();
        }

        var set = FormulaSet.ForRaters(matrix, patterns, options);
        var statistics = StatisticTable.Of(set, AgreementNames.OfManyRaters, patterns.Counts, options, clusters);
        return new MultiRaterAgreement(patterns, options.Policy, statistics, PairsOf(matrix, patterns, options));
    }

    /// <summary>One statistic alone, with its analytic interval.</summary>
    /// <exception cref="ArgumentException">There is no such statistic for many raters.</exception>
    public static Statistic Of(string name, RatingMatrix matrix, AgreementOptions options)
    {
        var patterns = RatingPatterns.Of(matrix);
        return FormulaSet.ForRaters(matrix, patterns, options)[name].Of(patterns.Counts);
    }

    private static List<RaterPair> PairsOf(RatingMatrix matrix, RatingPatterns patterns, AgreementOptions options)
    {
        var size = patterns.Size;
        var kappa = CohenKappa.Unweighted(size, options.Level);
        var pairs = new List<RaterPair>();
        for (var a = 0; a < patterns.Raters; a++)
        {
            for (var b = a + 1; b < patterns.Raters; b++)
            {
                var counts = new long[size * size];
                for (var pattern = 0; pattern < patterns.Distinct; pattern++)
                    if (patterns.Row(pattern) is var row && row[a] > 0 && row[b] > 0)
                        counts[((row[a] - 1) * size) + row[b] - 1] += patterns.Counts[pattern];
                pairs.Add(new RaterPair(matrix.Raters[a], matrix.Raters[b], new Crosstab(matrix.Categories, counts), kappa.Of(counts)));
            }
        }

        return pairs;
    }
}
