using System.Buffers;
using System.Text;
using System.Xml;

namespace Neatx.Workspace.Report.Markup;

/// <summary>Text from data made fit to stand in a page.</summary>
public static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The embeddings, overrides and isolates of Unicode: with them a name could show the rest of its line backwards.</summary>
    private static readonly SearchValues<char> Directional = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The text with every character that XML forbids or that changes direction replaced by U+FFFD.</summary>
    public static string Clean(string text)
    {
        var bad = FirstBad(text);
        if (bad < 0) return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, bad);
        for (var index = bad; index < text.Length; index++)
        {
            if (IsPair(text, index)) clean.Append(text[index++]).Append(text[index]);
            else clean.Append(IsGood(text[index]) ? text[index] : Replacement);
        }

        return clean.ToString();
    }

    private static int FirstBad(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (IsPair(text, index)) index++;
            else if (!IsGood(text[index])) return index;
        }

        return -1;
    }

    private static bool IsGood(char character) => XmlConvert.IsXmlChar(character) && !Directional.Contains(character);

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
