namespace Neatx.Core.Campaign;

/// <summary>When enough is rated: the half-width of the interval of kappa between raters is below a bound for every finding.</summary>
public sealed record StopRule
{
    /// <summary>In (0, 1). Default: .05.</summary>
    public double HalfWidth { get; init; } = .05;

    /// <summary>The level of the interval, in (0, 1). Default: .95.</summary>
    public double Level { get; init; } = .95;

    /// <summary>Bootstrap resamples of patients. Default: 2000.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>Images rated by two or more before the rule is asked at all: narrow intervals of few images are chance. Default: 100.</summary>
    public int Least { get; init; } = 100;

    /// <summary>
    /// Whether an interval of kappa is narrow enough. One of no width about 0 is not: it comes of a rater who gives one answer throughout, whom no
    /// resample can make agree or disagree, and says nothing of the raters.
    /// </summary>
    /// <param name="kappa">Null where undefined.</param>
    /// <param name="low">Of the interval, or null where there is none.</param>
    /// <param name="high">Of the interval.</param>
    public bool IsNarrow(double? kappa, double? low, double? high) => (high - low) / 2 < HalfWidth && !(kappa == 0 && low == 0 && high == 0);
}
