namespace Neatx.Core.Agreement;

/// <summary>How raters are watched over the order of rating.</summary>
public sealed record DriftOptions
{
    private readonly int _window = 100;
    private readonly double _falseAlarm = .01;
    private readonly double _oddsRatio = 2;

    /// <summary>How many of the latest items a running figure covers. Default: 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2.</exception>
    public int Window
    {
        get => _window;
        init => _window = value >= 2
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A window holds at least 2 items.");
    }

    /// <summary>
    /// The chance that a steady rater leaves the limits of a chart anywhere in the series. Default: .01. (Limits of 3 sigma are meant for
    /// windows that do not overlap; a moving window would leave them in a quarter of all series of ten windows.)
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in (0, .5).</exception>
    public double FalseAlarm
    {
        get => _falseAlarm;
        init => _falseAlarm = value is > 0 and < .5
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The chance of a false alarm lies between 0 and .5.");
    }

    /// <summary>
    /// The drift that the CUSUM is tuned to: of the items on which a rater and the others disagree, the odds that the rater is the one
    /// who says positive. Default: 2, or 1/2 downwards.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 1.</exception>
    public double OddsRatio
    {
        get => _oddsRatio;
        init => _oddsRatio = value > 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The odds ratio to detect is above 1.");
    }

    /// <summary>What is done with uncertain, invalid and missing labels. Default: all dropped.</summary>
    public AgreementPolicy Policy { get; init; } = new();
}
