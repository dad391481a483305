namespace Neatx.Core.Agreement;

/// <summary>How raters are watched over the order of rating.</summary>
public sealed record DriftOptions
{
    private readonly int _window = 100;
    private readonly double _sigmas = 3;
    private readonly double _oddsRatio = 2;
    private readonly double _runLength = 10_000;

    /// <summary>How many of the latest items a running figure covers. Default: 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2.</exception>
    public int Window
    {
        get => _window;
        init => _window = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A window holds at least 2 items.");
    }

    /// <summary>How many standard errors from the centre the limits of running figures lie. Default: 3 (Shewhart).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public double Sigmas
    {
        get => _sigmas;
        init => _sigmas = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Limits lie a positive number of standard errors away.");
    }

    /// <summary>The change in the odds of a positive that the CUSUM is tuned to, up or down. Default: 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 1.</exception>
    public double OddsRatio
    {
        get => _oddsRatio;
        init => _oddsRatio = value > 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The odds ratio to detect is above 1.");
    }

    /// <summary>A steady rater gives at least this many ratings, on average, before a CUSUM raises a false alarm. Default: 10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 1.</exception>
    public double RunLength
    {
        get => _runLength;
        init => _runLength = value > 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The run length is above 1 rating.");
    }

    /// <summary>What is done with uncertain, invalid and missing labels. Default: all dropped.</summary>
    public AgreementPolicy Policy { get; init; } = new();
}
