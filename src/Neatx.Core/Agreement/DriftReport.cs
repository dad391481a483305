using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>The raters of one finding watched over the order in which they rated. Immutable.</summary>
public sealed record DriftReport
{
    private DriftReport(string policy, Statistic pooledRate, IReadOnlyList<RaterDrift> raters, IReadOnlyList<RaterPairDrift> pairs) =>
        (Policy, PooledRate, Raters, Pairs) = (policy, pooledRate, raters, pairs);

    /// <summary>How uncertain, invalid and missing labels were treated.</summary>
    public string Policy { get; }

    /// <summary>The share of positives among all ratings of all raters.</summary>
    public Statistic PooledRate { get; }

    public IReadOnlyList<RaterDrift> Raters { get; }

    /// <summary>Every two raters, in order.</summary>
    public IReadOnlyList<RaterPairDrift> Pairs { get; }

    /// <summary>Computes the charts of one finding.</summary>
    /// <param name="raters">The names.</param>
    /// <param name="labels">For each rater the labels of all items in the order of rating; missing where the rater gave none.</param>
    /// <param name="options">Window, limits and policy.</param>
    /// <exception cref="ArgumentException">There is no rater, or the lists do not match in number or length.</exception>
    public static DriftReport Of(
        IReadOnlyList<string> raters, IReadOnlyList<IReadOnlyList<LabelState>> labels, DriftOptions options)
    {
        if (raters.Count == 0 || raters.Count != labels.Count)
            throw new ArgumentException($"Expected labels of each of {raters.Count} raters, got {labels.Count} lists.", nameof(labels));
        if (labels.Any(list => list.Count != labels[0].Count))
            throw new ArgumentException($"Lists differ in length: {string.Join(", ", labels.Select(list => list.Count))}.", nameof(labels));
        int?[] categoryOf = [.. Enum.GetValues<LabelState>().Select(state => CategoryOf(state, options.Policy))];
        var categories = labels.Select(list => list.Select(label => categoryOf[(int)label]).ToArray()).ToArray();
        var positive = options.Policy.CategoryOf(LabelState.Positive);
        var calls = categories.Select(list => list.Select(category => category == null ? (bool?)null : category == positive).ToArray());
        bool?[][] all = [.. calls];
        var (judged, positives) = (all.Sum(Judged), all.Sum(Positives));
        var charts = new DriftCharts(options, judged == 0 ? null : (double)positives / judged);
        var drifts = raters.Select((rater, index) => Rater(rater, all[index], OthersRate(all, index), charts));
        var pairs = from a in Enumerable.Range(0, raters.Count)
                    from b in Enumerable.Range(a + 1, raters.Count - a - 1)
                    select Pair(raters[a], raters[b], categories[a], categories[b], charts, options.Policy);
        return new DriftReport(options.Policy.Name, Rate(positives, judged), [.. drifts], [.. pairs]);
    }

    private static RaterDrift Rater(string rater, bool?[] calls, double?[] others, DriftCharts charts) =>
        new(rater, Judged(calls), Positives(calls), Rate(Positives(calls), Judged(calls)))
        {
            RateChart = charts.Rate(calls),
            DifferenceChart = charts.Difference(calls, others),
            UpwardCusum = charts.Cusum(calls, others, upward: true),
            DownwardCusum = charts.Cusum(calls, others, upward: false),
        };

    /// <summary>For each item the share of the other raters who call it positive, or null where none judged it.</summary>
    private static double?[] OthersRate(bool?[][] calls, int rater)
    {
        var rates = new double?[calls[rater].Length];
        for (var item = 0; item < rates.Length; item++)
        {
            var (judged, positive) = (0, 0);
            for (var other = 0; other < calls.Length; other++)
            {
                if (other == rater || calls[other][item] is not { } call) continue;
                judged++;
                if (call) positive++;
            }

            if (judged > 0) rates[item] = (double)positive / judged;
        }

        return rates;
    }

    private static RaterPairDrift Pair(string a, string b, int?[] ofA, int?[] ofB, DriftCharts charts, AgreementPolicy policy)
    {
        var size = policy.Categories.Count;
        var counts = new long[size * size];
        for (var item = 0; item < ofA.Length; item++)
            if (ofA[item] is { } row && ofB[item] is { } column)
                counts[(row * size) + column]++;
        var table = new Crosstab(policy.Categories, counts);
        var kappa = CohenKappa.Of(table);
        return new RaterPairDrift(a, b, table, kappa, new McNemar(size).Of(counts), charts.Kappa(ofA, ofB, table, kappa));
    }

    private static int? CategoryOf(LabelState label, AgreementPolicy policy) =>
        policy.CategoryOf(label) is var category && category >= 0 ? category : null;

    private static long Judged(bool?[] calls) => calls.LongCount(static call => call is not null);

    private static long Positives(bool?[] calls) => calls.LongCount(static call => call == true);

    private static Statistic Rate(long positives, long judged)
    {
        if (judged == 0) return Statistic.None("no item was judged");
        var share = (double)positives / judged;
        return Statistic.Of(share) with
        {
            StandardError = Math.Sqrt(share * (1 - share) / judged),
            Ci = ConfidenceInterval.Wilson(positives, judged, .95),
        };
    }
}
