using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>
/// What each threshold would call: for every distinct score, downwards, how many positive and how many negative images have that score
/// or a higher one. All figures that depend on the ranking alone are read from it. Sorting is the cost, O(n). Immutable.
/// </summary>
public sealed class ThresholdCounts
{
    /// <summary>From this many images on, the two states are sorted on two threads.</summary>
    private const int Many = 50_000;

    private readonly double[] _thresholds;
    private readonly int[] _positives;
    private readonly int[] _negatives;

    private ThresholdCounts(ReferenceStandard reference, double[] thresholds, int[] positives, int[] negatives) =>
        (Reference, _thresholds, _positives, _negatives) = (reference, thresholds, positives, negatives);

    public ReferenceStandard Reference { get; }

    /// <summary>The distinct scores, downwards.</summary>
    public ReadOnlySpan<double> Thresholds => _thresholds;

    /// <summary>For each threshold the positive images whose score is at or above it: true positives.</summary>
    public ReadOnlySpan<int> Positives => _positives;

    /// <summary>For each threshold the negative images whose score is at or above it: false positives.</summary>
    public ReadOnlySpan<int> Negatives => _negatives;

    public static ThresholdCounts Of(ScoredLabels scored)
    {
        var reference = scored.Reference;
        var (positives, negatives) = (new ulong[reference.Positives], new ulong[reference.Negatives]);
        var scores = scored.Scores;
        var positive = reference.Positive;
        var (p, n) = (0, 0);
        for (var image = 0; image < scores.Length; image++)
        {
            if (positive[image]) positives[p++] = ScoreKey.Of(scores[image]);
            else negatives[n++] = ScoreKey.Of(scores[image]);
        }

        if (scores.Length >= Many)
        {
            Parallel.Invoke(() => RadixSort.Sort(positives), () => RadixSort.Sort(negatives));
        }
        else
        {
            RadixSort.Sort(positives);
            RadixSort.Sort(negatives);
        }

        return Merge(reference, positives, negatives);
    }

    /// <summary>Both arrays ascend.</summary>
    private static ThresholdCounts Merge(ReferenceStandard reference, ulong[] positives, ulong[] negatives)
    {
        var (thresholds, truePositives, falsePositives) = (new double[reference.Count], new int[reference.Count], new int[reference.Count]);
        var (p, n, count) = (positives.Length - 1, negatives.Length - 1, 0);
        while (p >= 0 || n >= 0)
        {
            var key = p < 0 ? negatives[n] : n < 0 ? positives[p] : Math.Max(positives[p], negatives[n]);
            while (p >= 0 && positives[p] == key) p--;
            while (n >= 0 && negatives[n] == key) n--;
            thresholds[count] = ScoreKey.ToScore(key);
            truePositives[count] = positives.Length - 1 - p;
            falsePositives[count++] = negatives.Length - 1 - n;
        }

        Array.Resize(ref thresholds, count);
        Array.Resize(ref truePositives, count);
        Array.Resize(ref falsePositives, count);
        return new ThresholdCounts(reference, thresholds, truePositives, falsePositives);
    }
}
