using System.Globalization;
using System.Text;

namespace Neatx.Workspace.Catalog;

/// <summary>
/// Reads the literal of a Python list of strings, as pandas writes a column of lists: <c>['chest drain tube', " it's ", '']</c>.
/// Exactly that: elements are strings in single or double quotes, with Python's escapes; numbers, names and strings side by side without a comma are mistakes.
/// </summary>
public ref struct PythonList
{
    private readonly ReadOnlySpan<char> text;
    private int at;

    private PythonList(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Reads a literal; false with what was expected, and where, when it is not one.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out List<string> items, out string expected)
    {
        items = [];
        var list = new PythonList(text);
        var wanted = list.Parse(items);
        expected = wanted is null ? "" : $"{wanted} at character {list.at + 1}";
        return wanted is null;
    }

    private string? Parse(List<string> items)
    {
        if (!Take('[')) return "'['";
        while (true)
        {
            if (Take(']')) break;
            Blank();
            if (at == text.Length || text[at] is not ('\'' or '"')) return items.Count == 0 ? "a quoted name or ']'" : "a quoted name";
            if (String() is not { } item) return "a quoted name that ends";
            items.Add(item);
            if (Take(',')) continue;
            if (Take(']')) break;
            return "',' or ']'";
        }

        Blank();
        return at == text.Length ? null : "nothing more";
    }

    private string? String()
    {
        var begin = at;
        var quote = text[at++];
        var value = new StringBuilder();
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == quote) return Whole(value) ? value.ToString() : Fail(begin);
            if (c is '\n' or '\r') return Fail(begin);
            if (c != '\\') value.Append(c);
            else if (!Escape(value)) return Fail(begin);
        }

        return Fail(begin);
    }

    private bool Escape(StringBuilder value)
    {
        if (at == text.Length) return false;
        var c = text[at++];
        switch (c)
        {
            case '\\' or '\'' or '"': value.Append(c); return true;
            case 'n': value.Append('\n'); return true;
            case 't': value.Append('\t'); return true;
            case 'r': value.Append('\r'); return true;
            case 'a': value.Append('\a'); return true;
            case 'b': value.Append('\b'); return true;
            case 'f': value.Append('\f'); return true;
            case 'v': value.Append('\v'); return true;
            case 'x': return Hexadecimal(2, value);
            case 'u': return Hexadecimal(4, value);
            case 'U': return Hexadecimal(8, value);
            case >= '0' and <= '7': Octal(value); return true;
            case 'N' or '\n' or '\r': return false; // Named characters and continued lines, which no list that was printed holds.
            default: value.Append('\\').Append(c); return true; // Python keeps a backslash that escapes nothing.
        }
    }

    private bool Hexadecimal(int digits, StringBuilder value)
    {
        if (text.Length - at < digits || !uint.TryParse(text.Slice(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return false;
        at += digits;
        if (code > 0x10ffff) return false;
        if (code < 0x10000) value.Append((char)code);
        else value.Append(char.ConvertFromUtf32((int)code));
        return true;
    }

    private void Octal(StringBuilder value)
    {
        var code = 0;
        at--;
        for (var i = 0; i < 3 && at < text.Length && text[at] is >= '0' and <= '7'; i++) code = (code * 8) + text[at++] - '0';
        value.Append((char)code);
    }

    // Half a surrogate pair is a Python string, but no text.
    private static bool Whole(StringBuilder value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1])) return false;
            i++;
        }

        return true;
    }

    private string? Fail(int begin)
    {
        at = begin;
        return null;
    }

    private bool Take(char c)
    {
        Blank();
        if (at == text.Length || text[at] != c) return false;
        at++;
        return true;
    }

    private void Blank()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
