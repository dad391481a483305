namespace Neatx.Core.Agreement;

/// <summary>A running figure over the order of rating, with the limits within which a steady rater stays. Immutable.</summary>
public sealed record ControlChart
{
    internal ControlChart(string method, double? centre, IReadOnlyList<ControlPoint> points, string? undefined = null)
    {
        (Method, Centre, Points, Undefined) = (method, centre, points, undefined);
        FirstOutside = points.FirstOrDefault(static point => point.IsOutside);
        Outside = points.Count(static point => point.IsOutside);
    }

    /// <summary>The chart and its limits in words, with the source.</summary>
    public string Method { get; }

    /// <summary>The centre line, or null when undefined.</summary>
    public double? Centre { get; }

    /// <summary>In the order of rating; empty when undefined.</summary>
    public IReadOnlyList<ControlPoint> Points { get; }

    /// <summary>Why there are no points, or null.</summary>
    public string? Undefined { get; }

    /// <summary>Where the figure first leaves its limits, or null when it never does.</summary>
    public ControlPoint? FirstOutside { get; }

    /// <summary>The number of points outside the limits.</summary>
    public int Outside { get; }
}
