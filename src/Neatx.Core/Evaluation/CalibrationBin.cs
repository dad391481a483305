using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>The images whose score lies in one stretch of [0, 1].</summary>
public sealed record CalibrationBin
{
    internal CalibrationBin(double low, double high, bool closed, int count, int positives, double sum, double level)
    {
        (Low, High, Closed, Count, Positives) = (low, high, closed, count, positives);
        MeanScore = count == 0 ? null : sum / count;
        Observed = count == 0
            ? Statistic.None("no score lies in this bin")
            : Statistic.Of((double)positives / count) with { Ci = ConfidenceInterval.Wilson(positives, count, level) };
    }

    /// <summary>The lower edge, which belongs to the bin.</summary>
    public double Low { get; }

    /// <summary>The upper edge, which belongs to the next bin, or to this one where it is closed.</summary>
    public double High { get; }

    /// <summary>True of the last bin, so that a score of 1 lies in it and not in a bin of its own.</summary>
    public bool Closed { get; }

    public int Count { get; }

    public int Positives { get; }

    /// <summary>The mean score, or null where the bin is empty.</summary>
    public double? MeanScore { get; }

    /// <summary>The share of positive images, with its Wilson interval.</summary>
    public Statistic Observed { get; }
}
