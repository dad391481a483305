using System.Buffers;

namespace Neatx.Imaging.Storage;

/// <summary>
/// Cells of the CSV files we write. A spreadsheet takes a cell that begins with = + - @, a tab or a carriage return for a formula, so text
/// from outside that does is given a leading apostrophe, which spreadsheets show as plain text (OWASP, CSV injection). Text that has apostrophes
/// before such a character gets one more, so that no two texts become the same cell and <see cref="Plain"/> gives each back.
/// The tables of others are kept as they stand: a formula there is text like any other.
/// </summary>
public static class CsvText
{
    private const char Apostrophe = '\'';

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>Text from outside as one cell: a would-be formula made harmless, quoted where needed.</summary>
    public static string Cell(string text)
    {
        if (IsFormula(text.AsSpan().TrimStart(Apostrophe))) text = $"{Apostrophe}{text}";
        return text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    /// <summary>The text that <see cref="Cell"/> made a cell of, where the cell is read without its quotes.</summary>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> cell) =>
        cell is [Apostrophe, ..] && IsFormula(cell.TrimStart(Apostrophe)) ? cell[1..] : cell;

    /// <summary>A line of such cells, with its newline.</summary>
    public static string Line(params ReadOnlySpan<string> cells)
    {
        var quoted = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++) quoted[i] = Cell(cells[i]);
        return string.Join(',', quoted) + "\n";
    }

    private static bool IsFormula(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
