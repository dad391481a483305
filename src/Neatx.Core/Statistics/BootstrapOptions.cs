namespace Neatx.Core.Statistics;

/// <summary>How an interval by resampling is made.</summary>
public sealed record BootstrapOptions
{
    private readonly int _resamples = 2000;
    private readonly double _level = .95;
    private readonly double _maxUndefinedShare = .05;
    private readonly int _maxThreads = Environment.ProcessorCount;

    /// <summary>The number of resamples. Default: 2000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2.</exception>
    public int Resamples
    {
        get => _resamples;
        init => _resamples = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A bootstrap has at least 2 resamples.");
    }

    /// <summary>The nominal coverage in (0, 1). Default: .95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public double Level
    {
        get => _level;
        init => _level = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence level lies between 0 and 1.");
    }

    /// <summary>Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// The interval is undefined when the figure is undefined in a larger share of the resamples than this: an interval of the
    /// others alone would answer another question. Default: .05.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1).</exception>
    public double MaxUndefinedShare
    {
        get => _maxUndefinedShare;
        init => _maxUndefinedShare = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A share of undefined resamples lies in [0, 1).");
    }

    /// <summary>How many threads may share the work; the result does not depend on it. Default: one per processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1.</exception>
    public int MaxThreads
    {
        get => _maxThreads;
        init => _maxThreads = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread does the work.");
    }
}
