using Neatx.Core.Agreement;

namespace Neatx.Core.Evaluation;

/// <summary>All that is said of one set of scores against one reference standard.</summary>
public sealed record ScoreEvaluation
{
    /// <summary>The name of the scores.</summary>
    public required string Name { get; init; }

    /// <summary>In the order of <see cref="EvaluationNames.All"/>, each defined or not.</summary>
    public required StatisticTable Statistics { get; init; }

    /// <summary>The points by Youden, at the sensitivity and at the specificity asked for; none where one state is absent.</summary>
    public required IReadOnlyList<OperatingPoint> OperatingPoints { get; init; }

    public required CalibrationCurve Calibration { get; init; }

    /// <summary>
    /// Why the AUC is to be doubted, or null: an AUC below .5 with all of its interval is worse than chance, and must not pass unseen.
    /// </summary>
    public string? Warning { get; init; }
}
