using System.Globalization;

namespace Neatx.Core.Training;

/// <summary>The numbers that an option takes, both bounds included.</summary>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
/// <param name="IsWhole">Whole numbers alone.</param>
public sealed record NumberRange(double Least, double Most, bool IsWhole = false)
{
    /// <summary>For instance "1 to 4096".</summary>
    public string Bounds => $"{Text(Least)} to {Text(Most)}";

    /// <summary>What is expected, for instance "a whole number from 1 to 4096".</summary>
    public override string ToString() => $"{(IsWhole ? "a whole number" : "a number")} from {Bounds}";

    /// <summary>Never true for what is no number.</summary>
    public bool Holds(double value) => value >= Least && value <= Most;

    /// <summary>Without an exponent, as people write bounds.</summary>
    private static string Text(double bound) => ((decimal)bound).ToString(CultureInfo.InvariantCulture);
}
