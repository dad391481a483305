using System.Buffers;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>Writes CSV as the published tables are written: commas, quotes only where a cell needs them (RFC 4180), a stated line end.</summary>
internal sealed class CsvText(TextWriter writer, string lineEnd = "\n")
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>One line as it stands, for headers that no well-formed row would give.</summary>
    public void Line(string text)
    {
        writer.Write(text);
        writer.Write(lineEnd);
    }

    /// <summary>One row.</summary>
    public void Row(params IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) writer.Write(',');
            first = false;
            writer.Write(cell.AsSpan().ContainsAny(NeedQuotes) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        }

        writer.Write(lineEnd);
    }
}
