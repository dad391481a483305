using System.Buffers;

namespace Neatx.Imaging.Storage;

/// <summary>
/// Cells of the CSV files we write. A spreadsheet takes a cell that begins with = + - @, a tab or a carriage return for a formula, so text
/// from outside that does is given a leading apostrophe, which spreadsheets show as plain text (OWASP, CSV injection).
/// What we read is kept as it stands: a formula there is text like any other.
/// </summary>
public static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>Text from outside as one cell: a would-be formula made harmless, quoted where needed.</summary>
    public static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = $"'{text}";
        return text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    /// <summary>A line of such cells, with its newline.</summary>
    public static string Line(params ReadOnlySpan<string> cells)
    {
        var quoted = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++) quoted[i] = Cell(cells[i]);
        return string.Join(',', quoted) + "\n";
    }
}
