using Neatx.Core.Agreement;
using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>One or several sets of scores against one reference standard: each evaluated, and each pair compared on the same images.</summary>
public sealed record ScoreComparison
{
    private ScoreComparison(ReferenceStandard reference, IReadOnlyList<ScoreEvaluation> scores, IReadOnlyList<AucDifference> paired) =>
        (Reference, Scores, Paired) = (reference, scores, paired);

    public ReferenceStandard Reference { get; }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<ScoreEvaluation> Scores { get; }

    /// <summary>First against second, first against third, … second against third, …</summary>
    public IReadOnlyList<AucDifference> Paired { get; }

    /// <param name="scores">At least one set of scores, all against one reference standard, under different names.</param>
    /// <param name="options">Level, bins, operating points, resampling.</param>
    /// <exception cref="ArgumentException">There are no scores, a name repeats, or they belong to several reference standards.</exception>
    public static ScoreComparison Of(IReadOnlyList<ScoredLabels> scores, EvaluationOptions options)
    {
        if (scores.Count == 0) throw new ArgumentException("There are no scores.", nameof(scores));
        if (scores.Select(scored => scored.Name).Distinct(StringComparer.Ordinal).Count() != scores.Count)
            throw new ArgumentException($"Names of scores repeat: {string.Join(", ", scores.Select(scored => scored.Name))}.", nameof(scores));
        var paired = AucDifference.OfAll(scores, options.Level);
        var bootstrap = options.Bootstrap is null ? null : AucBootstrap.Of(scores, options.Bootstrap);
        return new ScoreComparison(
            scores[0].Reference,
            [.. scores.Select((scored, index) => Evaluate(scored, options, bootstrap?.Areas[index]))],
            [.. paired.Select((pair, index) => pair with { Difference = With(pair.Difference, bootstrap?.Differences[index]) })]);
    }

    private static ScoreEvaluation Evaluate(ScoredLabels scored, EvaluationOptions options, BootstrapInterval? interval)
    {
        var counts = ThresholdCounts.Of(scored);
        var calibration = CalibrationCurve.Of(scored, options.Bins, options.Level);
        var auc = With(Auc.Of(counts, options.Level), interval);
        OperatingPoint?[] points =
        [
            OperatingPoints.Youden(counts, options.Level),
            OperatingPoints.AtSensitivity(counts, options.Sensitivity, options.Level),
            OperatingPoints.AtSpecificity(counts, options.Specificity, options.Level),
        ];
        return new ScoreEvaluation
        {
            Name = scored.Name,
            Statistics = new StatisticTable(
            [
                new(EvaluationNames.Auc, auc),
                new(EvaluationNames.AveragePrecision, AveragePrecision.Of(counts)),
                new(EvaluationNames.Brier, BrierScore.Of(scored)),
                new(EvaluationNames.CalibrationError, calibration.ExpectedCalibrationError),
            ]),
            OperatingPoints = [.. points.OfType<OperatingPoint>()],
            Calibration = calibration,
            Warning = ChanceWarning.Of(auc, scored.Reference, options.Level),
        };
    }

    /// <summary>The figure with what resampling says of it. An undefined figure stays as it is: its reason is the same.</summary>
    private static Statistic With(Statistic figure, BootstrapInterval? interval) => interval is null || figure.Value is null
        ? figure
        : figure with { BootstrapCi = interval.Interval, BootstrapUndefined = interval.Undefined };
}
