using System.Globalization;

namespace Neatx.Workspace.Catalog;

/// <summary>Ages as tables write them.</summary>
public static class AgeText
{
    /// <summary>Years above which an age is a mistake; nobody is known to have reached 123.</summary>
    public const double Oldest = 120;

    /// <summary>
    /// Reads years ("57", "57.5") or a DICOM age string, as in NIH's first release: a number with Y, M, W or D behind it ("058Y", "011M", "001D").
    /// </summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="years">Years; months are twelfths, weeks and days parts of 365.25 days.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out double years)
    {
        years = 0;
        if (text.IsEmpty) return false;
        var unit = char.ToUpperInvariant(text[^1]) switch
        {
            'Y' => 1,
            'M' => 1 / 12.0,
            'W' => 7 / 365.25,
            'D' => 1 / 365.25,
            _ => 0,
        };
        var digits = unit > 0 ? text[..^1] : text;
        if (digits.Length is > 0 and <= 3 && !digits.ContainsAnyExceptInRange('0', '9'))
        {
            foreach (var digit in digits) years = (years * 10) + digit - '0';
        }
        else if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out years) || !double.IsFinite(years))
        {
            return false;
        }

        if (unit > 0) years *= unit;
        return true;
    }
}
