namespace Neatx.Core.Evaluation;

/// <summary>
/// Precision against recall over all thresholds that call an image positive. It holds measured points only: where nothing is called positive there
/// is no precision, so it does not begin at a conventional (0, 1). Straight lines between points overstate it (Davis and Goadrich 2006).
/// </summary>
public sealed record PrecisionRecallCurve
{
    private PrecisionRecallCurve(IReadOnlyList<PrecisionRecallPoint> points, string? undefined) => (Points, Undefined) = (points, undefined);

    /// <summary>Thresholds downwards, so recall ascends to 1; empty when undefined.</summary>
    public IReadOnlyList<PrecisionRecallPoint> Points { get; }

    /// <summary>Why there is no curve, or null when there is one.</summary>
    public string? Undefined { get; }

    /// <param name="counts">What each threshold would call.</param>
    /// <param name="dropCollinear">
    /// Leave out points between two of the same recall, which lie on one vertical line: the same curve, for drawing.
    /// </param>
    public static PrecisionRecallCurve Of(ThresholdCounts counts, bool dropCollinear = false)
    {
        if (counts.Reference.OneState is { } reason) return new PrecisionRecallCurve([], reason);
        var positives = counts.Positives;
        var negatives = counts.Negatives;
        var points = new List<PrecisionRecallPoint>();
        for (var index = 0; index < positives.Length; index++)
        {
            var between = index > 0 && index + 1 < positives.Length
                && positives[index - 1] == positives[index] && positives[index] == positives[index + 1];
            if (dropCollinear && between) continue;
            points.Add(new(
                counts.Thresholds[index],
                (double)positives[index] / counts.Reference.Positives,
                (double)positives[index] / ((long)positives[index] + negatives[index])));
        }

        return new PrecisionRecallCurve(points, null);
    }
}
