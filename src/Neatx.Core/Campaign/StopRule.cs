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
}
