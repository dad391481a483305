using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>
/// The area under the ROC curve: the chance that a random positive image scores above a random negative one, ties counting half
/// (Mann and Whitney 1947; Bamber 1975). The standard error is that of DeLong, DeLong and Clarke-Pearson (1988), S10 / m + S01 / n,
/// computed from ranks as Sun and Xu (2014) do. It takes images as independent: where patients have several, read the interval by patient.
/// </summary>
public static class Auc
{
    internal const string Source = "DeLong";

    /// <summary>Undefined where one state is absent; no standard error where a state has but one image.</summary>
    public static Statistic Of(ThresholdCounts counts, double level = .95)
    {
        if (counts.Reference.OneState is { } reason) return Statistic.None(reason);
        var area = Area(counts);
        if (counts.Reference.Positives < 2 || counts.Reference.Negatives < 2) return Statistic.Of(area);
        var error = Math.Sqrt(Variance(counts, area));
        return Statistic.Of(area) with
        {
            StandardError = error,
            Ci = ConfidenceInterval.Normal(area, error, level, Source, 0, 1),
        };
    }

    /// <summary>The area of one set of scores.</summary>
    public static Statistic Of(ScoredLabels scored, double level = .95) => Of(ThresholdCounts.Of(scored), level);

    private static double Area(ThresholdCounts counts)
    {
        var positives = counts.Positives;
        var negatives = counts.Negatives;
        var twice = 0L;
        var (p, n) = (0, 0);
        var total = counts.Reference.Negatives;

        // Each positive at this score stands above the negatives below the score, and half above those at it: whole numbers, nothing is rounded.
        for (var index = 0; index < positives.Length; index++)
        {
            twice += (positives[index] - p) * ((2L * total) - negatives[index] - n);
            (p, n) = (positives[index], negatives[index]);
        }

        return twice / (2.0 * counts.Reference.Positives * total);
    }

    /// <summary>
    /// The spread of the placement of each image among those of the other state, within either state; see <see cref="Placements"/>,
    /// which keeps them per image.
    /// </summary>
    private static double Variance(ThresholdCounts counts, double area)
    {
        var positives = counts.Positives;
        var negatives = counts.Negatives;
        double m = counts.Reference.Positives, total = counts.Reference.Negatives;
        var (ofPositives, ofNegatives) = (0.0, 0.0);
        var (p, n) = (0, 0);
        for (var index = 0; index < positives.Length; index++)
        {
            var below = ((2 * total) - negatives[index] - n) / (2 * total);
            var above = ((double)positives[index] + p) / (2 * m);
            ofPositives += (positives[index] - p) * (below - area) * (below - area);
            ofNegatives += (negatives[index] - n) * (above - area) * (above - area);
            (p, n) = (positives[index], negatives[index]);
        }

        return (ofPositives / ((m - 1) * m)) + (ofNegatives / ((total - 1) * total));
    }
}
