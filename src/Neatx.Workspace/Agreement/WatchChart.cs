using Neatx.Core.Agreement;

namespace Neatx.Workspace.Agreement;

/// <summary>A running figure over the order of rating, with the limits within which a steady rater stays.</summary>
/// <param name="Method">The chart and its limits in words, with the source.</param>
/// <param name="Centre">The centre line, or null when undefined.</param>
/// <param name="Points">
/// In the order of rating; empty when undefined. At most some <see cref="MostPoints"/>: of a longer series every so many-th is kept, and the first outside the limits and the last.
/// </param>
/// <param name="Undefined">Why there are no points, or null.</param>
/// <param name="Outside">The number of points outside the limits, of all that there were.</param>
public sealed record WatchChart(string Method, double? Centre, IReadOnlyList<ControlPoint> Points, string? Undefined, int Outside)
{
    /// <summary>More than the paper's raters gave ratings, and more than a figure or a reader of the table can tell apart; a hundred thousand a chart would take gigabytes.</summary>
    public const int MostPoints = 4_000;

    /// <summary>A chart as it is kept.</summary>
    public static WatchChart Of(ControlChart chart)
    {
        var (points, every) = (chart.Points, (chart.Points.Count + MostPoints - 1) / MostPoints);
        IReadOnlyList<ControlPoint> kept = every <= 1 ? points : [.. points.Where((point, index) => index % every == 0 || index == points.Count - 1 || ReferenceEquals(point, chart.FirstOutside))];
        return new WatchChart(chart.Method, chart.Centre, kept, chart.Undefined, chart.Outside);
    }

    /// <summary>The image, counted from 0, at which the figure first leaves its limits, or null when it never does.</summary>
    public int? FirstOutside => Points.FirstOrDefault(point => point.IsOutside)?.Item;
}
