namespace Neatx.Core.Statistics;

/// <summary>What resampling says about one figure: an interval, or the reason why there is none.</summary>
public sealed record BootstrapInterval
{
    internal BootstrapInterval(Interval? interval, string? undefined, int undefinedResamples) =>
        (Interval, Undefined, UndefinedResamples) = (interval, undefined, undefinedResamples);

    /// <summary>The percentile interval, or null when undefined.</summary>
    public Interval? Interval { get; }

    /// <summary>Why there is no interval, or null when there is one.</summary>
    public string? Undefined { get; }

    /// <summary>In how many resamples the figure was undefined; they are left out of the interval.</summary>
    public int UndefinedResamples { get; }
}
