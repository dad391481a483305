using System.Buffers;
using System.Globalization;

namespace Neatx.Workspace.Report.Data;

/// <summary>
/// A table for programs: snake-case column names, numbers at full precision, an empty field where there is no value. RFC 4180 with line feeds.
/// </summary>
/// <param name="Path">Relative to the report, with forward slashes.</param>
/// <param name="Columns">The header.</param>
/// <param name="Rows">Made when they are written; each as long as the header.</param>
public sealed record CsvFile(string Path, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public void Write(TextWriter output)
    {
        WriteRow(output, Columns);
        foreach (var row in Rows) WriteRow(output, row);
    }

    private static void WriteRow(TextWriter output, IReadOnlyList<object?> fields)
    {
        for (var index = 0; index < fields.Count; index++)
        {
            if (index > 0) output.Write(',');
            WriteField(output, Convert.ToString(fields[index], CultureInfo.InvariantCulture) ?? "");
        }

        output.Write('\n');
    }

    private static void WriteField(TextWriter output, string field)
    {
        if (!field.AsSpan().ContainsAny(Special))
        {
            output.Write(field);
            return;
        }

        output.Write('"');
        output.Write(field.Replace("\"", "\"\"", StringComparison.Ordinal));
        output.Write('"');
    }
}
