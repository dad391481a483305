namespace Neatx.Workspace.Report.Figures;

/// <summary>
/// How wide text is and where to break it, without knowing the reader's font: widths are those of a wide face (DejaVu Sans), so that text
/// fits in narrower ones too.
/// </summary>
internal static class TextFit
{
    private const int MostLines = 6;

    /// <summary>The width in pixels at a font size in pixels.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += Em(rune.Value);
        return width * size * (bold ? 1.1 : 1);
    }

    /// <summary>
    /// Breaks at spaces and after - / _ so that each line fits; a word that is too long by itself is broken anywhere. Past six lines an
    /// ellipsis ends the text.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            var rest = piece;
            if (line.Length > 0 && Width((line + rest).TrimEnd(), size, bold) > width)
            {
                lines.Add(line.TrimEnd());
                line = "";
                rest = rest.TrimStart();
            }

            while (Width(rest.TrimEnd(), size, bold) > width && rest.Length > 1)
            {
                var fit = Fitting(rest, width, size, bold);
                lines.Add(rest[..fit]);
                rest = rest[fit..];
            }

            line += rest;
        }

        if (line.Length > 0 || lines.Count == 0) lines.Add(line.TrimEnd());
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines - 1), lines[MostLines - 1] + "\u2026"];
    }

    /// <summary>The text, or as much of it as fits on one line with an ellipsis.</summary>
    public static string Shorten(string text, double width, double size)
    {
        if (Width(text, size) <= width) return text;
        return text[..Fitting(text, width - size, size, bold: false)].TrimEnd() + "\u2026";
    }

    /// <summary>The widest of the lines, in pixels.</summary>
    public static double Widest(IEnumerable<string> lines, double size, bool bold = false) =>
        lines.Select(line => Width(line, size, bold)).DefaultIfEmpty(0).Max();

    private static int Fitting(string text, double width, double size, bool bold)
    {
        var length = 1;
        while (length < text.Length && Width(text[..(length + 1)], size, bold) <= width) length++;
        return char.IsHighSurrogate(text[length - 1]) ? Math.Min(length + 1, text.Length) : length;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is not (' ' or '-' or '/' or '_')) continue;
            yield return text[start..(index + 1)];
            start = index + 1;
        }

        if (start < text.Length) yield return text[start..];
    }

    private static double Em(int character) => character switch
    {
        'i' or 'j' or 'l' or '\'' or '|' or 'I' => 0.3,
        ' ' or '.' or ',' or ':' or ';' or '!' or 'f' or 't' or 'r' or '-' or '/' or '(' or ')' or '[' or ']' or '\u202F' => 0.39,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.97,
        >= 'A' and <= 'Z' => 0.71,
        >= 'a' and <= 'z' => 0.61,
        >= '0' and <= '9' => 0.64,
        >= 0x2E80 => 1,
        _ => 0.7,
    };
}
