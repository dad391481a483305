using System.Globalization;
using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>Says when scores rank worse than chance, which points at exchanged labels or a shift of the data rather than at a weak model.</summary>
public static class ChanceWarning
{
    private const double Chance = .5;

    /// <summary>
    /// A warning where the AUC is below .5 with all of its interval: the one by resampling where there is one, else the analytic one. Where
    /// every positive ranks below every negative, resampling and formula see no variance; then the chance of such an order decides, 1 in
    /// (n choose m).
    /// </summary>
    /// <param name="auc">The figure with its intervals.</param>
    /// <param name="reference">The labels it was computed on.</param>
    /// <param name="level">The confidence level for an order without variance.</param>
    public static string? Of(Statistic auc, ReferenceStandard reference, double level = .95)
    {
        if (auc.Value is not { } value || value >= Chance) return null;
        if (value == 0)
            return OrdersByChance(reference) < (1 - level) / 2 ? Text("0", "every positive image ranks below every negative one") : null;
        return (auc.BootstrapCi ?? auc.Ci) is { } interval && interval.High < Chance
            ? Text(
                value.ToString("F4", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"its {interval.Level * 100:0.##}% interval ends at {interval.High:F4}"))
            : null;
    }

    /// <summary>The share of all orders of the images in which the positives come last: m! n! / (m + n)!.</summary>
    private static double OrdersByChance(ReferenceStandard reference)
    {
        var share = 1.0;
        for (var index = 1; index <= reference.Positives && share > 0; index++) share *= (double)index / (reference.Negatives + index);
        return share;
    }

    private static string Text(string auc, string why) =>
        $"AUC {auc} is below chance: {why}. Check that labels and scores have the same direction and belong to the same images.";
}
