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

    /// <summary>The positive rate over the latest items against the pooled rate of all raters: moves when the rater or the images change.</summary>
    public required ControlChart RateChart { get; init; }

    /// <summary>The rate less that of the other raters on the same items: moves when the rater changes, whatever the images.</summary>
    public required ControlChart DifferenceChart { get; init; }

    /// <summary>Evidence that the rater calls positives more often than the pooled rate.</summary>
    public required ControlChart UpwardCusum { get; init; }

    /// <summary>Evidence that the rater calls positives less often than the pooled rate.</summary>
    public required ControlChart DownwardCusum { get; init; }

    /// <summary>True when any of the four charts leaves its limits.</summary>
    public bool LeavesLimits =>
        (RateChart.FirstOutside ?? DifferenceChart.FirstOutside ?? UpwardCusum.FirstOutside ?? DownwardCusum.FirstOutside) is not null;
}
