namespace Neatx.Workspace.Report.Figures;

/// <summary>A linear map from values to pixels. Both ends of the domain differ.</summary>
internal sealed record Axis(double From, double To, double Start, double End)
{
    /// <summary>The pixel of a value; values beyond the domain are drawn at its ends.</summary>
    public double this[double value] => Start + ((Math.Clamp(value, Math.Min(From, To), Math.Max(From, To)) - From) / (To - From) * (End - Start));

    /// <summary>A step of 1, 2 or 5 times a power of ten that divides a length in at most so many parts.</summary>
    public static double Step(double length, int parts)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(length / parts)));
        foreach (var factor in (ReadOnlySpan<int>)[1, 2, 5])
            if (length / (factor * power) <= parts) return factor * power;
        return 10 * power;
    }
}
