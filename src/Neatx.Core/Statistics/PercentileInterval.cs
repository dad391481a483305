using System.Globalization;

namespace Neatx.Core.Statistics;

/// <summary>The percentile interval of the values that a figure took in resamples (Efron and Tibshirani 1993, chapter 13).</summary>
internal static class PercentileInterval
{
    /// <summary>Bounds are linearly interpolated percentiles of the resamples in which the figure is defined.</summary>
    /// <param name="replicates">The figure in each resample, null where undefined.</param>
    /// <param name="unit">What was drawn: "patient", "item".</param>
    /// <param name="options">The level and the share of undefined resamples that is borne.</param>
    public static BootstrapInterval Of(double?[] replicates, string unit, BootstrapOptions options)
    {
        var defined = new double[replicates.Length];
        var count = 0;
        foreach (var replicate in replicates)
            if (replicate is { } value)
                defined[count++] = value;
        var undefined = replicates.Length - count;
        if (undefined > options.MaxUndefinedShare * replicates.Length || count < 2)
        {
            return new BootstrapInterval(
                null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"undefined in {undefined} of {replicates.Length} resamples by {unit}, more than a share of {options.MaxUndefinedShare}"),
                undefined);
        }

        var sorted = defined.AsSpan(0, count);
        sorted.Sort();
        var tail = (1 - options.Level) / 2;
        var leftOut = undefined == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {undefined} undefined left out");
        var method = string.Create(
            CultureInfo.InvariantCulture, $"bootstrap by {unit}, percentile, {replicates.Length} resamples, seed {options.Seed}{leftOut}");
        return new BootstrapInterval(
            new Interval(Quantile(sorted, tail), Quantile(sorted, 1 - tail), options.Level, method), null, undefined);
    }

    private static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        var position = probability * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 < sorted.Length
            ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]))
            : sorted[below];
    }
}
