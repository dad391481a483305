using MathNet.Numerics.Distributions;

namespace Neatx.Core.Agreement;

/// <summary>
/// How far from its centre a running figure of a steady rater may stray, given the chance of a false alarm over a whole series.
/// </summary>
internal static class ControlLimits
{
    /// <summary>
    /// The distance in standard errors that the mean of a moving window exceeds, on either side, anywhere in a series with the given
    /// chance. The window mean is a Gaussian process with triangular correlation, whose maximum over r window lengths exceeds z with
    /// probability 1 - Phi(z) + r z phi(z) for high z (Slepian's process; Shepp 1971).
    /// </summary>
    public static double Sigmas(long judged, int window, double falseAlarm)
    {
        var lengths = Math.Max(0.0, judged - window) / window;
        var (low, high) = (1.0, 40.0);
        for (var step = 0; step < 60; step++)
        {
            var z = (low + high) / 2;
            var chance = 2 * (Normal.CDF(0, 1, -z) + (lengths * z * Normal.PDF(0, 1, z)));
            if (chance > falseAlarm) low = z;
            else high = z;
        }

        return high;
    }

    /// <summary>
    /// The rates between which a window stays with that distance's normal probability, by exact binomial tails: for rare findings the
    /// normal curve would put the upper limit too low.
    /// </summary>
    public static (double Low, double High) Rate(double centre, int window, double sigmas)
    {
        var tail = Normal.CDF(0, 1, -sigmas);
        var (low, high) = (0, window);
        while (low < window && Binomial.CDF(centre, window, low) <= tail) low++;
        while (high > 0 && 1 - Binomial.CDF(centre, window, high - 1) <= tail) high--;
        return ((double)low / window, (double)high / window);
    }
}
