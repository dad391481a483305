using System.IO.Compression;
using Sylvan.Data.Csv;

namespace Neatx.Workspace.Tests.Demo;

/// <summary>Reads a demo table without Neatx's own readers, so that a mistake in both does not cancel.</summary>
internal static class DemoTableReader
{
    /// <summary>The first line as it stands.</summary>
    public static string Header(string path)
    {
        using var reader = Open(path);
        return reader.ReadLine()!;
    }

    /// <summary>Every row after the header, as cells.</summary>
    public static IEnumerable<string[]> Rows(string path)
    {
        using var reader = Open(path);
        using var csv = CsvDataReader.Create(reader, new CsvDataReaderOptions { HasHeaders = false });
        csv.Read();
        while (csv.Read())
        {
            var cells = new string[csv.RowFieldCount];
            for (var cell = 0; cell < cells.Length; cell++) cells[cell] = csv.GetString(cell);
            yield return cells;
        }
    }

    private static StreamReader Open(string path)
    {
        Stream file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
    }
}
