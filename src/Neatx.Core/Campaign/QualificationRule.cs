namespace Neatx.Core.Campaign;

/// <summary>When a rater is qualified: the lower bound of the interval of Cohen's kappa to the reference standard, over all findings together, reaches a bound.</summary>
public sealed record QualificationRule
{
    /// <summary>The lower confidence bound to reach, in [-1, 1]. Default: .6.</summary>
    public double Bound { get; init; } = .6;

    /// <summary>The level of the two-sided interval, in (0, 1). Default: .95.</summary>
    public double Level { get; init; } = .95;

    /// <summary>Bootstrap resamples of patients. Default: 2000.</summary>
    public int Resamples { get; init; } = 2000;
}
