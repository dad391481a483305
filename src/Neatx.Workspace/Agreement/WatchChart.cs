using Neatx.Core.Agreement;

namespace Neatx.Workspace.Agreement;

/// <summary>A running figure over the order of rating, with the limits within which a steady rater stays.</summary>
/// <param name="Method">The chart and its limits in words, with the source.</param>
/// <param name="Centre">The centre line, or null when undefined.</param>
/// <param name="Points">In the order of rating; empty when undefined.</param>
/// <param name="Undefined">Why there are no points, or null.</param>
public sealed record WatchChart(string Method, double? Centre, IReadOnlyList<ControlPoint> Points, string? Undefined)
{
    /// <summary>The image, counted from 0, at which the figure first leaves its limits, or null when it never does.</summary>
    public int? FirstOutside => Points.FirstOrDefault(point => point.IsOutside)?.Item;

    /// <summary>The number of points outside the limits.</summary>
    public int Outside => Points.Count(point => point.IsOutside);
}
