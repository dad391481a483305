using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>
/// Do images scored p turn out positive in a share p of cases? Scores fall in bins of equal width, each with its lower edge and the last
/// closed on both sides. The expected calibration error is sum |B| / N x |mean state - mean score| over the bins B (Naeini, Cooper and
/// Hauskrecht 2015). Immutable.
/// </summary>
public sealed record CalibrationCurve
{
    private CalibrationCurve(IReadOnlyList<CalibrationBin> bins, Statistic error) => (Bins, ExpectedCalibrationError) = (bins, error);

    /// <summary>From 0 to 1, the empty ones too; none where the error is undefined.</summary>
    public IReadOnlyList<CalibrationBin> Bins { get; }

    /// <summary>In [0, 1]; undefined without images, or where a score is no probability.</summary>
    public Statistic ExpectedCalibrationError { get; }

    /// <param name="scored">Scores in [0, 1].</param>
    /// <param name="bins">How many bins, at least 1.</param>
    /// <param name="level">Of the bins' intervals.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no bin.</exception>
    public static CalibrationCurve Of(ScoredLabels scored, int bins = 10, double level = .95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        if (scored.Scores.IsEmpty) return new CalibrationCurve([], Statistic.None(scored.Reference.OneState!));
        if (scored.NotProbabilities is { } reason) return new CalibrationCurve([], Statistic.None(reason));
        var (counts, positives, sums) = (new int[bins], new int[bins], new double[bins]);
        var positive = scored.Reference.Positive;
        for (var image = 0; image < positive.Length; image++)
        {
            var bin = BinOf(scored.Scores[image], bins);
            counts[bin]++;
            sums[bin] += scored.Scores[image];
            if (positive[image]) positives[bin]++;
        }

        var made = new CalibrationBin[bins];
        var error = 0.0;
        for (var bin = 0; bin < bins; bin++)
        {
            made[bin] = new CalibrationBin(
                (double)bin / bins, (double)(bin + 1) / bins, bin == bins - 1, counts[bin], positives[bin], sums[bin], level);
            error += Math.Abs(positives[bin] - sums[bin]);
        }

        return new CalibrationCurve(made, Statistic.Of(error / positive.Length));
    }

    /// <summary>The class-wise calibration error (Kull and others 2019): the mean over findings of each one's expected calibration error.</summary>
    /// <param name="findings">The name and curve of each finding. The mean is undefined where one of them is.</param>
    public static Statistic ClassWiseError(IReadOnlyList<(string Finding, CalibrationCurve Curve)> findings)
    {
        if (findings.Count == 0) return Statistic.None("there is no finding");
        var sum = 0.0;
        foreach (var (finding, curve) in findings)
        {
            if (curve.ExpectedCalibrationError.Value is not { } error)
                return Statistic.None($"undefined for '{finding}': {curve.ExpectedCalibrationError.Undefined}");
            sum += error;
        }

        return Statistic.Of(sum / findings.Count);
    }

    /// <summary>The product may round across an edge, so the edges themselves decide.</summary>
    private static int BinOf(double score, int bins)
    {
        var bin = Math.Min((int)(score * bins), bins - 1);
        if (score < (double)bin / bins) return bin - 1;
        return bin + 1 < bins && score >= (double)(bin + 1) / bins ? bin + 1 : bin;
    }
}
