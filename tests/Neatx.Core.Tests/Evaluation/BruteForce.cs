using Neatx.Core.Evaluation;

namespace Neatx.Core.Tests.Evaluation;

/// <summary>AUC and its variances as their definitions read, over all pairs of a positive and a negative image: O(m n).</summary>
internal static class BruteForce
{
    public static double Auc(ScoredLabels scored) => Components(scored).OfPositives.Average();

    public static double Variance(ScoredLabels scored) => Covariance(scored, scored);

    /// <summary>S10 / m + S01 / n of two sets of scores on the same images.</summary>
    public static double Covariance(ScoredLabels first, ScoredLabels second)
    {
        var (a, b) = (Components(first), Components(second));
        return (Covariance(a.OfPositives, b.OfPositives) / a.OfPositives.Length) + (Covariance(a.OfNegatives, b.OfNegatives) / a.OfNegatives.Length);
    }

    private static (double[] OfPositives, double[] OfNegatives) Components(ScoredLabels scored)
    {
        var (positives, negatives) = (Of(scored, true), Of(scored, false));
        return (
            [.. positives.Select(high => negatives.Average(low => Won(high, low)))],
            [.. negatives.Select(low => positives.Average(high => Won(high, low)))]);
    }

    private static double[] Of(ScoredLabels scored, bool state)
    {
        var scores = new List<double>();
        for (var image = 0; image < scored.Scores.Length; image++)
            if (scored.Reference.Positive[image] == state)
                scores.Add(scored.Scores[image]);
        return [.. scores];
    }

    private static double Won(double high, double low) => high > low ? 1 : high == low ? .5 : 0;

    private static double Covariance(double[] first, double[] second)
    {
        var (a, b) = (first.Average(), second.Average());
        return first.Zip(second, (x, y) => (x - a) * (y - b)).Sum() / (first.Length - 1);
    }
}
