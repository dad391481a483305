using System.Globalization;
using Neatx.Core.Statistics;

namespace Neatx.Workspace.Report.Prose;

/// <summary>Numbers as a reader sees them: thousands apart by a thin space that does not break, a true minus sign, and no "minus zero".</summary>
public static class Numbers
{
    private const string ThinSpace = "\u202F";
    private const string Minus = "\u2212";

    private static readonly NumberFormatInfo Format = new()
    {
        NumberGroupSeparator = ThinSpace,
        NegativeSign = Minus,
        PercentGroupSeparator = ThinSpace,
        PercentPositivePattern = 1,
        PercentNegativePattern = 1,
    };

    /// <summary>"112 120".</summary>
    public static string Count(long count) => count.ToString("N0", Format);

    /// <summary>The count, or an en dash where it is not known.</summary>
    public static string Count(long? count) => count is { } known ? Count(known) : "\u2013";

    /// <summary>Without any grouping: line numbers and seeds are names, not amounts.</summary>
    public static string Plain(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>With that many digits after the point: "0.427".</summary>
    public static string Fixed(double value, int digits) => Unsigned(value, digits).ToString("N" + Plain(digits), Format);

    /// <summary>As <see cref="Fixed"/>, with a plus sign where positive.</summary>
    public static string Difference(double value, int digits) => (Unsigned(value, digits) > 0 ? "+" : "") + Fixed(value, digits);

    /// <summary>A share in [0, 1] as "4.7%".</summary>
    public static string Percent(double share, int digits = 1) => share.ToString("P" + Plain(digits), Format);

    /// <summary>"[0.398, 0.456]".</summary>
    public static string Interval(Interval interval, int digits) => $"[{Fixed(interval.Low, digits)}, {Fixed(interval.High, digits)}]";

    /// <summary>A p-value to three digits; below .001 it is only said to be.</summary>
    public static string PValue(double p) => p < 0.001 ? "<\u202F0.001" : Fixed(p, 3);

    /// <summary>A value that rounds to zero is zero, not minus zero.</summary>
    private static double Unsigned(double value, int digits) => Math.Abs(value) < 0.5 * Math.Pow(10, -digits) ? 0 : value;
}
