using Neatx.Core.Evaluation;

namespace Neatx.Workspace.Evaluation;

/// <summary>Curves averaged over runs at fixed places of the horizontal axis (vertical averaging, Fawcett 2006), small enough to be drawn and listed.</summary>
internal static class MeanCurves
{
    private const int Steps = 50;

    /// <summary>Sensitivity at false positive rates from 0 to 1; empty where undefined.</summary>
    public static IReadOnlyList<CurvePoint> Roc(IReadOnlyList<ThresholdCounts> runs)
    {
        List<IReadOnlyList<RocPoint>> curves = [.. runs.Select(run => RocCurve.Of(run, dropCollinear: true).Points)];
        if (curves.Exists(points => points.Count == 0)) return [];
        return [.. Enumerable.Range(0, Steps + 1).Select(step => new CurvePoint((double)step / Steps, curves.Average(points => SensitivityAt(points, (double)step / Steps))))];
    }

    /// <summary>Precision at recalls above 0 up to 1; empty where undefined.</summary>
    public static IReadOnlyList<CurvePoint> PrecisionRecall(IReadOnlyList<ThresholdCounts> runs)
    {
        List<IReadOnlyList<PrecisionRecallPoint>> curves = [.. runs.Select(run => PrecisionRecallCurve.Of(run, dropCollinear: true).Points)];
        if (curves.Exists(points => points.Count == 0)) return [];
        return [.. Enumerable.Range(1, Steps).Select(step => new CurvePoint((double)step / Steps, curves.Average(points => PrecisionAt(points, (double)step / Steps))))];
    }

    /// <summary>The bins of all runs together.</summary>
    public static IReadOnlyList<CalibrationPoint> Calibration(IReadOnlyList<CalibrationCurve> runs)
    {
        if (runs.Any(run => run.Bins.Count == 0)) return [];
        return [.. runs[0].Bins.Select((bin, index) =>
        {
            var count = runs.Sum(run => run.Bins[index].Count);
            var score = runs.Sum(run => (run.Bins[index].MeanScore ?? 0) * run.Bins[index].Count);
            return new CalibrationPoint(bin.Low, bin.High, count, count == 0 ? null : score / count, count == 0 ? null : (double)runs.Sum(run => run.Bins[index].Positives) / count);
        })];
    }

    /// <summary>On the straight lines between points; at a vertical line its top.</summary>
    private static double SensitivityAt(IReadOnlyList<RocPoint> points, double rate)
    {
        var last = 0;
        while (last + 1 < points.Count && points[last + 1].FalsePositiveRate <= rate) last++;
        if (last + 1 == points.Count) return points[last].Sensitivity;
        var (from, to) = (points[last], points[last + 1]);
        return from.Sensitivity + ((rate - from.FalsePositiveRate) / (to.FalsePositiveRate - from.FalsePositiveRate) * (to.Sensitivity - from.Sensitivity));
    }

    /// <summary>Of the highest threshold that reaches the recall: nothing is interpolated.</summary>
    private static double PrecisionAt(IReadOnlyList<PrecisionRecallPoint> points, double recall) =>
        points.First(point => point.Recall >= recall - 1e-12).Precision;
}
