namespace Neatx.Core.Statistics;

/// <summary>A confidence interval: both bounds included, its level in (0, 1), and how it was made in words.</summary>
public sealed record Interval
{
    /// <exception cref="ArgumentException">A bound is NaN, the bounds are out of order, or the level is not in (0, 1).</exception>
    public Interval(double low, double high, double level, string method)
    {
        if (!(low <= high)) throw new ArgumentException($"The lower bound {low} must not exceed the upper bound {high}, and neither may be NaN.", nameof(low));
        if (level is not (> 0 and < 1)) throw new ArgumentException($"A confidence level lies between 0 and 1, got {level}.", nameof(level));
        (Low, High, Level, Method) = (low, high, level, method);
    }

    public double Low { get; }

    public double High { get; }

    /// <summary>The nominal coverage, for instance .95.</summary>
    public double Level { get; }

    /// <summary>For instance "normal, Fleiss-Cohen-Everitt" or "bootstrap by patient, percentile, 2000 resamples, seed 1".</summary>
    public string Method { get; }

    public double HalfWidth => (High - Low) / 2;

    public bool Contains(double value) => Low <= value && value <= High;
}
