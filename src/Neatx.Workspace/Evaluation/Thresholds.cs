using Neatx.Core.Evaluation;
using Neatx.Core.Labels;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Evaluation;

/// <summary>Thresholds chosen on the validation part of a run by the labels that it learnt from, and what they do on other images.</summary>
internal sealed class Thresholds
{
    private readonly IReadOnlyList<OperatingPoint> _points;
    private readonly string? _undefined;

    private Thresholds(IReadOnlyList<OperatingPoint> points, string? undefined) => (_points, _undefined) = (points, undefined);

    /// <param name="session">Reads.</param>
    /// <param name="validation">A SELECT of state and score of the validation part, or null where there is none.</param>
    /// <param name="options">The policy aside, what operating points must reach.</param>
    public static Thresholds Choose(TableSession session, string? validation, EvaluationOptions options)
    {
        if (validation is null) return new([], "there is no validation part to choose a threshold on");
        var (states, scores) = (new List<bool>(), new List<double>());
        session.Query(validation, row =>
        {
            var state = (LabelState)row.GetByte(0);
            if (state is not (LabelState.Positive or LabelState.Negative)) return;
            states.Add(state == LabelState.Positive);
            scores.Add(row.GetDouble(1));
        });
        var reference = new ReferenceStandard([.. states]);
        if (reference.OneState is { } reason) return new([], $"in the validation part {reason}");
        var counts = ThresholdCounts.Of(reference.Score("validation", scores.ToArray()));
        return new(
            [
                OperatingPoints.Youden(counts, options.Level)!,
                OperatingPoints.AtSensitivity(counts, options.Sensitivity, options.Level)!,
                OperatingPoints.AtSpecificity(counts, options.Specificity, options.Level)!,
            ],
            null);
    }

    /// <summary>What the thresholds do.</summary>
    public IReadOnlyList<ThresholdResult> On(ThresholdCounts counts, EvaluationOptions options) => _undefined is { } reason
        ? [new ThresholdResult { Rule = "Youden", Undefined = reason }]
        : [.. _points.Select(point => ThresholdResult.Of(point.Rule, OperatingPoints.At(counts, point.Threshold, options.Level)))];
}
