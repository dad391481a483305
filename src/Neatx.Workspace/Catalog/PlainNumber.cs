using System.Globalization;

namespace Neatx.Workspace.Catalog;

/// <summary>Tells numbers from codes made of digits.</summary>
internal static class PlainNumber
{
    /// <summary>True for a number that a double holds as written: no more than 15 digits, and no zero before another digit, as codes have ("007").</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value)) return false;
        var digits = text.TrimStart("+-");
        if (digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1])) return false;
        var count = 0;
        foreach (var c in digits)
        {
            if (c is 'e' or 'E') break;
            if (char.IsAsciiDigit(c)) count++;
        }

        return count <= 15;
    }
}
