using System.Globalization;

namespace Neatx.Core.Evaluation;

/// <summary>
/// Rules that choose a threshold. All but <see cref="At"/> need images of both states, and give null exactly where
/// <see cref="ReferenceStandard.OneState"/> says why.
/// </summary>
public static class OperatingPoints
{
    /// <summary>
    /// The threshold of the largest sensitivity + specificity - 1 (Youden 1950); of equal ones the highest, which is the most specific.
    /// </summary>
    public static OperatingPoint? Youden(ThresholdCounts counts, double level = .95)
    {
        if (counts.Reference.OneState is not null) return null;
        long m = counts.Reference.Positives, n = counts.Reference.Negatives;
        int? best = null;
        var largest = 0L;
        for (var index = 0; index < counts.Thresholds.Length; index++)
        {
            // (sensitivity - false positive rate) x m x n, in whole numbers.
            var gain = (counts.Positives[index] * n) - (counts.Negatives[index] * m);
            if (gain > largest) (best, largest) = (index, gain);
        }

        return Point("Youden", counts, best, level);
    }

    /// <summary>The highest threshold whose sensitivity is at least the share asked for: of those, the most specific.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1].</exception>
    public static OperatingPoint? AtSensitivity(ThresholdCounts counts, double sensitivity, double level = .95)
    {
        CheckShare(sensitivity);
        if (counts.Reference.OneState is not null) return null;
        var index = 0;
        while ((double)counts.Positives[index] / counts.Reference.Positives < sensitivity) index++;
        return Point(string.Create(CultureInfo.InvariantCulture, $"sensitivity >= {sensitivity}"), counts, index, level);
    }

    /// <summary>The lowest threshold whose specificity is at least the share asked for: of those, the most sensitive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1].</exception>
    public static OperatingPoint? AtSpecificity(ThresholdCounts counts, double specificity, double level = .95)
    {
        CheckShare(specificity);
        if (counts.Reference.OneState is not null) return null;
        var negatives = counts.Reference.Negatives;
        var fit = counts.Thresholds.Length;
        while (fit > 0 && (double)(negatives - counts.Negatives[fit - 1]) / negatives < specificity) fit--;
        return Point(
            string.Create(CultureInfo.InvariantCulture, $"specificity >= {specificity}"), counts, fit == 0 ? null : fit - 1, level);
    }

    /// <summary>A threshold that was chosen elsewhere, for instance on the validation part.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is NaN.</exception>
    public static OperatingPoint At(ThresholdCounts counts, double threshold, double level = .95)
    {
        if (double.IsNaN(threshold)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is a number.");
        var (low, high) = (0, counts.Thresholds.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (counts.Thresholds[middle] >= threshold) low = middle + 1;
            else high = middle;
        }

        var (positives, negatives) = low == 0 ? (0, 0) : (counts.Positives[low - 1], counts.Negatives[low - 1]);
        var rule = string.Create(CultureInfo.InvariantCulture, $"threshold {threshold}");
        return new OperatingPoint(rule, threshold, positives, negatives, counts.Reference, level);
    }

    /// <summary>The point of a threshold that occurs, or for null the one that calls no image positive.</summary>
    private static OperatingPoint Point(string rule, ThresholdCounts counts, int? at, double level) => at is { } index
        ? new OperatingPoint(rule, counts.Thresholds[index], counts.Positives[index], counts.Negatives[index], counts.Reference, level)
        : new OperatingPoint(rule, double.PositiveInfinity, 0, 0, counts.Reference, level);

    private static void CheckShare(double share)
    {
        if (share is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A sensitivity or specificity to reach lies in (0, 1].");
    }
}
