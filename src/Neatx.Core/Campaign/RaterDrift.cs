using System.Runtime.CompilerServices;

namespace Neatx.Core.Campaign;

/// <summary>How a rater changes from the first item to the last, in a straight line over the order of rating. None by default.</summary>
public sealed record RaterDrift
{
    /// <summary>No change.</summary>
    public static RaterDrift None { get; } = new();

    /// <summary>Added to the sensitivity at the last item, half of it halfway; the sum is kept within [0, 1]. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Infinite or NaN.</exception>
    public double Sensitivity
    {
        get;
        init => field = Finite(value);
    }

    /// <summary>As <see cref="Sensitivity"/>, for the specificity. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Infinite or NaN.</exception>
    public double Specificity
    {
        get;
        init => field = Finite(value);
    }

    /// <summary>
    /// Added at the last item to the evidence that the rater asks for before calling a positive, in standard deviations of the evidence
    /// (equal-variance signal detection). Above 0 positives become rarer: sensitivity falls and specificity rises. Default 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Infinite or NaN.</exception>
    public double Threshold
    {
        get;
        init => field = Finite(value);
    }

    private static double Finite(double value, [CallerMemberName] string option = "") => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(option, value, $"{option} is a finite number.");
}
