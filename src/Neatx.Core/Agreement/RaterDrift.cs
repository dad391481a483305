using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>How one rater called one finding over the order of rating. Immutable.</summary>
public sealed record RaterDrift
{
    internal RaterDrift(string rater, long judged, long positive, Statistic rate) =>
        (Rater, Judged, Positive, Rate) = (rater, judged, positive, rate);

    public string Rater { get; }

    /// <summary>Items whose label the policy keeps.</summary>
    public long Judged { get; }

    /// <summary>Items called positive.</summary>
    public long Positive { get; }

    /// <summary>The share of positives among the judged.</summary>
    public Statistic Rate { get; }

    /// <summary>The running positive rate against the pooled rate of all raters: moves when the rater changes, or the images do.</summary>
    public required ControlChart RateChart { get; init; }

    /// <summary>The running rate less that of the others on the same items: moves when a rater changes, whatever the images.</summary>
    public required ControlChart DifferenceChart { get; init; }

    /// <summary>Evidence that the rater calls positives more often than the others on the same items.</summary>
    public required ControlChart UpwardCusum { get; init; }

    /// <summary>Evidence that the rater calls positives less often than the others on the same items.</summary>
    public required ControlChart DownwardCusum { get; init; }

    /// <summary>True when the rater parts from the others on the same items.</summary>
    public bool LeavesOthers => (DifferenceChart.FirstOutside ?? UpwardCusum.FirstOutside ?? DownwardCusum.FirstOutside) is not null;

    /// <summary>True when any of the four charts leaves its limits.</summary>
    public bool LeavesLimits => LeavesOthers || RateChart.FirstOutside is not null;
}
