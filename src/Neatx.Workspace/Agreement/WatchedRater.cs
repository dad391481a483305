using Neatx.Core.Statistics;

namespace Neatx.Workspace.Agreement;

/// <summary>One rater and finding over the order of rating.</summary>
public sealed record WatchedRater
{
    public required string Rater { get; init; }

    /// <summary>Images whose label the policy keeps.</summary>
    public required long Judged { get; init; }

    /// <summary>Images called positive.</summary>
    public required long Positive { get; init; }

    /// <summary>The share of positives among the judged.</summary>
    public required Statistic Rate { get; init; }

    /// <summary>The positive rate over the latest images, within limits around the rate of all raters together.</summary>
    public required WatchChart RateChart { get; init; }

    /// <summary>The rate less the other raters' on the same images: moves when the rater changes, whatever the images.</summary>
    public required WatchChart DifferenceChart { get; init; }

    /// <summary>
    /// The image, counted from 0, at which the CUSUM first signals that this rater calls positives more often than the others do on the same
    /// images, or null.
    /// </summary>
    public int? UpwardAlarm { get; init; }

    /// <summary>
    /// The image, counted from 0, at which the CUSUM first signals that this rater calls positives less often than the others do on the same
    /// images, or null.
    /// </summary>
    public int? DownwardAlarm { get; init; }
}
