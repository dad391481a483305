using Distributions = MathNet.Numerics.Distributions;

namespace Neatx.Core.Statistics;

/// <summary>
/// Analytic intervals. Those made from a standard error are cut off at the bounds that the figure itself has, and are null where
/// the standard error is 0: a sample without variation says nothing about the width.
/// </summary>
public static class ConfidenceInterval
{
    /// <summary>value ± z x standard error, within [low, high].</summary>
    public static Interval? Normal(double value, double standardError, double level, string source, double low = -1, double high = 1) =>
        Symmetric(value, standardError * Z(level), level, $"normal, {source}", low, high);

    /// <summary>value ± t x standard error with the given degrees of freedom, cut off at <paramref name="high"/>.</summary>
    public static Interval? StudentT(
        double value, double standardError, long degreesOfFreedom, double level, string source, double high = 1) =>
        Symmetric(
            value,
            standardError * Distributions.StudentT.InvCDF(0, 1, degreesOfFreedom, (1 + level) / 2),
            level,
            $"t, {source}",
            double.NegativeInfinity,
            high);

    /// <summary>The score interval of a proportion (Wilson 1927), which keeps its coverage near 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no trials, or more successes than trials.</exception>
    public static Interval Wilson(long successes, long trials, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        var z = Z(level);
        var n = (double)trials;
        var p = successes / n;
        var shrink = 1 + (z * z / n);
        var middle = (p + (z * z / (2 * n))) / shrink;
        var half = z * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n))) / shrink;
        return new Interval(
            successes == 0 ? 0 : Math.Max(0, middle - half), successes == trials ? 1 : Math.Min(1, middle + half), level, "Wilson");
    }

    /// <summary>The two-sided normal quantile of a level: 1.96 for .95.</summary>
    public static double Z(double level) => Distributions.Normal.InvCDF(0, 1, (1 + level) / 2);

    private static Interval? Symmetric(double value, double half, double level, string method, double low, double high) => half > 0
        ? new Interval(Math.Max(low, value - half), Math.Min(high, value + half), level, method)
        : null;
}
