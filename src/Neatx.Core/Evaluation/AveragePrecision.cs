using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>
/// The mean of the precision at each threshold, weighted by the recall that the threshold adds: sum (R_k - R_(k-1)) P_k over the distinct
/// scores, downwards. Nothing is interpolated, as in scikit-learn. A random ranking has about the prevalence.
/// </summary>
public static class AveragePrecision
{
    /// <summary>Undefined where one state is absent.</summary>
    public static Statistic Of(ThresholdCounts counts)
    {
        if (counts.Reference.OneState is { } reason) return Statistic.None(reason);
        var positives = counts.Positives;
        var negatives = counts.Negatives;
        var (sum, before) = (0.0, 0);
        for (var index = 0; index < positives.Length; index++)
        {
            sum += (positives[index] - before) * ((double)positives[index] / ((long)positives[index] + negatives[index]));
            before = positives[index];
        }

        return Statistic.Of(sum / counts.Reference.Positives);
    }
}
