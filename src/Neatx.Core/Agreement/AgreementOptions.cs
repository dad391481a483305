using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>What is asked of a table of agreement statistics.</summary>
public sealed record AgreementOptions
{
    private readonly double _level = .95;

    /// <summary>The nominal coverage of the analytic intervals, in (0, 1). Default: .95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public double Level
    {
        get => _level;
        init => _level = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence level lies between 0 and 1.");
    }

    /// <summary>Where the scores of weighted statistics come from. Default: numeric categories are their values, others ranks.</summary>
    public ScoreChoice Scores { get; init; } = ScoreChoice.ValuesOrRanks;

    /// <summary>Default: null, no resampling.</summary>
    public BootstrapOptions? Bootstrap { get; init; }

    /// <summary>
    /// The name of the policy for uncertain, invalid and missing labels under which the ratings were counted.
    /// Default: "as counted", for tables that came without one.
    /// </summary>
    public string Policy { get; init; } = "as counted";
}
