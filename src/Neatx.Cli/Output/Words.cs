using System.Globalization;
using Neatx.Core.Statistics;

namespace Neatx.Cli.Output;

/// <summary>Numbers as people read them: two digits in prose, three in tables; everything else is in the JSON.</summary>
internal static class Words
{
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Figure(double value) => Rounded(value, 3);

    /// <summary>A name in so many columns: the end is cut off where it is longer.</summary>
    public static string Fit(string text, int width) => text.Length <= width ? text : $"{text[..(width - 1)]}…";

    /// <summary>"[0.661, 0.768]", or nothing.</summary>
    public static string Bounds(Interval? interval) => interval is null ? "" : $"[{Figure(interval.Low)}, {Figure(interval.High)}]";

    /// <summary>"0.71 [0.66, 0.77]" from the interval by resampling where there is one.</summary>
    public static string Prose(Statistic statistic)
    {
        if (statistic.Value is not { } value) return $"undefined ({statistic.Undefined})";
        var interval = statistic.BootstrapCi ?? statistic.Ci;
        return interval is null ? Short(value) : $"{Short(value)} [{Short(interval.Low)}, {Short(interval.High)}]";
    }

    private static string Short(double value) => Rounded(value, 2);

    /// <summary>Zero has no sign, also where it is a small number rounded.</summary>
    private static string Rounded(double value, int digits) => (Math.Round(value, digits) + 0.0).ToString($"F{digits}", CultureInfo.InvariantCulture);
}
