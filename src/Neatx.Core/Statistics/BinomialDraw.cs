namespace Neatx.Core.Statistics;

/// <summary>
/// Exact binomial deviates at a cost that does not grow with the number of trials: inversion by sequential search for
/// means below 10, transformed rejection with squeeze (algorithm BTRS of Hörmann 1993, "The generation of binomial
/// random variates") above.
/// </summary>
internal static class BinomialDraw
{
    private const double SmallMean = 10;

    /// <summary>Stirling's correction ln k! - ln(sqrt(2 pi) (k+1)^(k+1/2) e^-(k+1)) for k = 0 to 9.</summary>
    private static ReadOnlySpan<double> StirlingTail =>
    [
        0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
        0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
    ];

    public static long Next(ref RandomStream random, long trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (probability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0, 1].");
        if (probability > .5) return trials - Half(ref random, trials, 1 - probability);
        return Half(ref random, trials, probability);
    }

    /// <summary>The case p in [0, .5].</summary>
    private static long Half(ref RandomStream random, long trials, double p)
    {
        if (trials == 0 || p == 0) return 0;
        return trials * p < SmallMean ? Inverted(ref random, trials, p) : Rejected(ref random, trials, p);
    }

    private static long Inverted(ref RandomStream random, long trials, double p)
    {
        var odds = p / (1 - p);
        var first = Math.Exp(trials * Log1P(-p));
        while (true)
        {
            var u = random.NextDouble();
            var mass = first;
            for (long k = 0; k <= trials; k++)
            {
                if (u < mass) return k;
                u -= mass;
                mass *= odds * (trials - k) / (k + 1);

                // The remaining tail is below what a double resolves: this u came from rounding, so draw another.
                if (mass == 0 && k > SmallMean) break;
            }
        }
    }

    private static long Rejected(ref RandomStream random, long trials, double p)
    {
        var q = 1 - p;
        var spread = Math.Sqrt(trials * p * q);
        var b = 1.15 + (2.53 * spread);
        var a = -0.0873 + (0.0248 * b) + (0.01 * p);
        var centre = (trials * p) + .5;
        var squeeze = .92 - (4.2 / b);
        while (true)
        {
            var u = random.NextDouble() - .5;
            var v = random.NextDouble();
            var us = .5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + centre);
            if (us >= .07 && v <= squeeze) return (long)k;
            if (k < 0 || k > trials) continue;
            var alpha = (2.83 + (5.1 / b)) * spread;
            var mode = Math.Floor((trials + 1) * p);
            if (Math.Log(v * alpha / ((a / (us * us)) + b)) <= LogMassToMode(k, mode, trials, p / q)) return (long)k;
        }
    }

    /// <summary>ln f(k) - ln f(mode), f the binomial mass with the given odds p/(1-p).</summary>
    private static double LogMassToMode(double k, double mode, double trials, double odds) =>
        ((mode + .5) * Math.Log((mode + 1) / (odds * (trials - mode + 1))))
        + ((trials + 1) * Math.Log((trials - mode + 1) / (trials - k + 1)))
        + ((k + .5) * Math.Log(odds * (trials - k + 1) / (k + 1)))
        + Stirling(mode) + Stirling(trials - mode) - Stirling(k) - Stirling(trials - k);

    private static double Stirling(double k)
    {
        if (k < 10) return StirlingTail[(int)k];
        var next = k + 1;
        var square = 1 / (next * next);
        return ((1.0 / 12) - (((1.0 / 360) - (square / 1260)) * square)) / next;
    }

    /// <summary>ln(1 + x) without cancellation for x near 0 (Kahan).</summary>
    private static double Log1P(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
