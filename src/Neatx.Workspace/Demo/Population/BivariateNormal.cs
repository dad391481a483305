namespace Neatx.Workspace.Demo.Population;

/// <summary>Two correlated standard normal variables, cut in two at thresholds: what a correlation of severities does to a table of findings.</summary>
internal static class BivariateNormal
{
    private const int Points = 400;

    /// <summary>
    /// P(X &gt; h, Y &gt; k) at correlation r, by Plackett's identity (1954): the derivative by r is the density at (h, k), here integrated
    /// over the angle whose sine is r, by Simpson's rule.
    /// </summary>
    public static double BothAbove(double h, double k, double r)
    {
        var end = Math.Asin(Math.Clamp(r, -1, 1));
        var sum = 0.0;
        for (var point = 0; point <= Points; point++)
        {
            var sine = Math.Sin(end * point / Points);
            var spread = 1 - (sine * sine);
            var density = spread < 1e-12 ? (h == k ? Math.Exp(-h * h / 2) : 0) : Math.Exp(-((h * h) + (k * k) - (2 * h * k * sine)) / (2 * spread));
            sum += density * (point is 0 or Points ? 1 : point % 2 == 1 ? 4 : 2);
        }

        var independent = MathNet.Numerics.Distributions.Normal.CDF(0, 1, -h) * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -k);
        return independent + (sum * end / Points / 3 / Math.Tau);
    }

    /// <summary>The phi coefficient of the two findings.</summary>
    public static double Phi(double h, double k, double r)
    {
        var (p, q) = (MathNet.Numerics.Distributions.Normal.CDF(0, 1, -h), MathNet.Numerics.Distributions.Normal.CDF(0, 1, -k));
        return (BothAbove(h, k, r) - (p * q)) / Math.Sqrt(p * (1 - p) * q * (1 - q));
    }
}
