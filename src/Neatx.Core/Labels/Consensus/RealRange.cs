using System.Runtime.CompilerServices;

namespace Neatx.Core.Labels.Consensus;

/// <summary>The values a real-valued option may take, and how to say so.</summary>
internal sealed record RealRange(double Low, double High, bool LowIncluded, bool HighIncluded, string Words)
{
    public static RealRange NotNegative { get; } = new(0, double.MaxValue, LowIncluded: true, HighIncluded: true, "a number from 0");

    public static RealRange Finite { get; } = new(double.MinValue, double.MaxValue, LowIncluded: true, HighIncluded: true, "a number");

    public static RealRange Positive { get; } = new(0, double.PositiveInfinity, LowIncluded: false, HighIncluded: true, "a number above 0, or Infinity");

    public static RealRange Probability { get; } = new(0, 1, LowIncluded: true, HighIncluded: false, "a number from 0 up to and without 1");

    public bool Contains(double value) =>
        (LowIncluded ? value >= Low : value > Low) && (HighIncluded ? value <= High : value < High);

    /// <summary>The value itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside, or NaN.</exception>
    public double Check(double value, [CallerMemberName] string option = "") => Contains(value)
        ? value
        : throw new ArgumentOutOfRangeException(option, value, $"{option} is {Words}.");
}
