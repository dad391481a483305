namespace Neatx.Core.Evaluation;

/// <summary>Sensitivity against the false positive rate over all thresholds, from (0, 0) to (1, 1).</summary>
public sealed record RocCurve
{
    private RocCurve(IReadOnlyList<RocPoint> points, string? undefined) => (Points, Undefined) = (points, undefined);

    /// <summary>Thresholds downwards, so both rates ascend; empty when undefined.</summary>
    public IReadOnlyList<RocPoint> Points { get; }

    /// <summary>Why there is no curve, or null when there is one.</summary>
    public string? Undefined { get; }

    /// <param name="counts">What each threshold would call.</param>
    /// <param name="dropCollinear">Leave out points on the straight line between their neighbours: the same curve, for drawing.</param>
    public static RocCurve Of(ThresholdCounts counts, bool dropCollinear = false)
    {
        if (counts.Reference.OneState is { } reason) return new RocCurve([], reason);
        var positives = counts.Positives;
        var negatives = counts.Negatives;
        var points = new List<RocPoint> { new(double.PositiveInfinity, 0, 0) };

        // The last point that was kept, in counts, so that straightness is exact.
        var (p, n) = (0, 0);
        for (var index = 0; index < positives.Length; index++)
        {
            if (dropCollinear && index + 1 < positives.Length && Straight(p, n, index, counts)) continue;
            (p, n) = (positives[index], negatives[index]);
            points.Add(new(
                counts.Thresholds[index], (double)n / counts.Reference.Negatives, (double)p / counts.Reference.Positives));
        }

        return new RocCurve(points, null);
    }

    /// <summary>Whether the point lies on the line from (n, p) to the point after it.</summary>
    private static bool Straight(int p, int n, int index, ThresholdCounts counts)
    {
        long rise = counts.Positives[index] - p, run = counts.Negatives[index] - n;
        long nextRise = counts.Positives[index + 1] - p, nextRun = counts.Negatives[index + 1] - n;
        return rise * nextRun == nextRise * run;
    }
}
