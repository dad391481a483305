using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;

namespace Neatx.Workspace.Evaluation;

/// <summary>What happens at a threshold that was chosen on the validation part.</summary>
public sealed record ThresholdResult
{
    /// <summary>How it was chosen: "Youden", "sensitivity >= 0.95", "specificity >= 0.95".</summary>
    public required string Rule { get; init; }

    /// <summary>Images at or above it are called positive; null where only calling none positive meets the rule.</summary>
    public double? Threshold { get; init; }

    /// <summary>Why there is no threshold, or null.</summary>
    public string? Undefined { get; init; }

    public int TruePositives { get; init; }

    public int FalsePositives { get; init; }

    public int FalseNegatives { get; init; }

    public int TrueNegatives { get; init; }

    public Statistic Sensitivity { get; init; } = Statistic.None("there is no threshold");

    public Statistic Specificity { get; init; } = Statistic.None("there is no threshold");

    public Statistic Ppv { get; init; } = Statistic.None("there is no threshold");

    public Statistic Npv { get; init; } = Statistic.None("there is no threshold");

    public static ThresholdResult Of(string rule, OperatingPoint point) => new()
    {
        Rule = rule,
        Threshold = double.IsFinite(point.Threshold) ? point.Threshold : null,
        TruePositives = point.TruePositives,
        FalsePositives = point.FalsePositives,
        FalseNegatives = point.FalseNegatives,
        TrueNegatives = point.TrueNegatives,
        Sensitivity = point.Sensitivity,
        Specificity = point.Specificity,
        Ppv = point.PositivePredictiveValue,
        Npv = point.NegativePredictiveValue,
    };
}
