using Neatx.Core.Statistics;

namespace Neatx.Imaging.Phantom.Geometry;

/// <summary>Draws in the forms that anatomy is told in.</summary>
internal static class Draws
{
    /// <summary>Uniform between two numbers.</summary>
    public static float Between(this ref RandomStream random, double low, double high) => (float)(low + ((high - low) * random.NextDouble()));

    /// <summary>Normal, cut off at two and a half standard deviations: nobody's anatomy is arbitrarily odd.</summary>
    public static float Around(this ref RandomStream random, double mean, double deviation) =>
        (float)(mean + (deviation * Math.Clamp(random.NextGaussian(), -2.5, 2.5)));

    /// <summary>-1 or 1.</summary>
    public static int Side(this ref RandomStream random) => random.NextBool() ? 1 : -1;
}
