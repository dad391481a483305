using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>
/// What happens at one threshold: images at or above it are called positive. Shares carry Wilson intervals, which take images as
/// independent. A threshold that is to be reported on a test set is chosen on another part.
/// </summary>
public sealed record OperatingPoint
{
    internal OperatingPoint(string rule, double threshold, int truePositives, int falsePositives, ReferenceStandard reference, double level)
    {
        (Rule, Threshold, TruePositives, FalsePositives) = (rule, threshold, truePositives, falsePositives);
        (FalseNegatives, TrueNegatives) = (reference.Positives - truePositives, reference.Negatives - falsePositives);
        Sensitivity = Share(truePositives, reference.Positives, level, "no image is positive");
        Specificity = Share(TrueNegatives, reference.Negatives, level, "no image is negative");
        PositivePredictiveValue = Share(truePositives, truePositives + falsePositives, level, "no image is called positive");
        NegativePredictiveValue = Share(TrueNegatives, TrueNegatives + FalseNegatives, level, "no image is called negative");
    }

    /// <summary>How the threshold was chosen: "Youden", "sensitivity &gt;= 0.95", "threshold 0.5".</summary>
    public string Rule { get; }

    /// <summary>A score that occurs, the threshold asked for, or positive infinity where the rule is met only by calling no image positive.</summary>
    public double Threshold { get; }

    public int TruePositives { get; }

    public int FalsePositives { get; }

    public int FalseNegatives { get; }

    public int TrueNegatives { get; }

    /// <summary>Of the positive images, the share called positive.</summary>
    public Statistic Sensitivity { get; }

    /// <summary>Of the negative images, the share called negative.</summary>
    public Statistic Specificity { get; }

    /// <summary>Of the images called positive, the share that is; it holds at this prevalence.</summary>
    public Statistic PositivePredictiveValue { get; }

    /// <summary>Of the images called negative, the share that is; it holds at this prevalence.</summary>
    public Statistic NegativePredictiveValue { get; }

    private static Statistic Share(int successes, int trials, double level, string reason) => trials == 0
        ? Statistic.None(reason)
        : Statistic.Of((double)successes / trials) with { Ci = ConfidenceInterval.Wilson(successes, trials, level) };
}
