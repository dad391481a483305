using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>What is asked of an evaluation.</summary>
public sealed record EvaluationOptions
{
    private readonly double _level = .95;
    private readonly int _bins = 10;
    private readonly double _sensitivity = .95;
    private readonly double _specificity = .95;

    /// <summary>The nominal coverage of the analytic intervals, in (0, 1). Default: .95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public double Level
    {
        get => _level;
        init => _level = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence level lies between 0 and 1.");
    }

    /// <summary>Bins of equal width for calibration. Default: 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1.</exception>
    public int Bins
    {
        get => _bins;
        init => _bins = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Calibration has at least one bin.");
    }

    /// <summary>The sensitivity that an operating point must reach, in (0, 1]. Default: .95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in (0, 1].</exception>
    public double Sensitivity { get => _sensitivity; init => _sensitivity = Share(value); }

    /// <summary>The specificity that an operating point must reach, in (0, 1]. Default: .95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in (0, 1].</exception>
    public double Specificity { get => _specificity; init => _specificity = Share(value); }

    /// <summary>Default: null, no resampling.</summary>
    public BootstrapOptions? Bootstrap { get; init; }

    private static double Share(double value) => value is > 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A sensitivity or specificity to reach lies in (0, 1].");
}
