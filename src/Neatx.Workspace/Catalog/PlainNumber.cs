using System.Globalization;

namespace Neatx.Workspace.Catalog;

/// <summary>Tells numbers from codes made of digits.</summary>
internal static class PlainNumber
{
    // As many as every double keeps.
    private const int MostDigits = 15;

    /// <summary>True for a number that a double holds as written: no more than 15 digits, and no zero before another digit, as codes have ("007").</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var number = text is ['-' or '+', ..] ? text[1..] : text;
        if (number is ['0', >= '0' and <= '9', ..] or []) return false;
        if (!number.ContainsAnyExceptInRange('0', '9')) return number.Length <= MostDigits;
        var exponent = number.IndexOfAny('e', 'E');
        var digits = 0;
        foreach (var c in exponent < 0 ? number : number[..exponent])
        {
            if (char.IsAsciiDigit(c)) digits++;
        }

        return digits is > 0 and <= MostDigits && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);
    }
}
