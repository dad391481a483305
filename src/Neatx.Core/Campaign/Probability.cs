using System.Runtime.CompilerServices;

namespace Neatx.Core.Campaign;

/// <summary>The check that options which are probabilities share.</summary>
internal static class Probability
{
    /// <summary>The value itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1], or NaN.</exception>
    public static double Check(double value, [CallerMemberName] string option = "") => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(option, value, $"{option} lies between 0 and 1.");
}
