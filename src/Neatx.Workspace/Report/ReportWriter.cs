using System.Text;
using Neatx.Workspace.Report.Data;

namespace Neatx.Workspace.Report;

/// <summary>
/// Writes report.html and the CSV tables that it links to. Each file is replaced whole or not at all; the same results give the same bytes.
/// </summary>
public static class ReportWriter
{
    public const string PageFile = "report.html";

    /// <summary>Writes into a folder and returns the files written, relative to it with forward slashes: the tables first, then the page.</summary>
    public static IReadOnlyList<string> Write(RunResults results, string folder)
    {
        var tables = DataFiles.Of(results);
        foreach (var table in tables) WriteFile(folder, table.Path, table.Write);
        foreach (var result in results.Evaluations) WriteFile(folder, LatexTable.FileOf(result), output => LatexTable.Write(result, output));
        WriteFile(folder, PageFile, output => ReportPage.Write(results, output));
        return [.. tables.Select(table => table.Path), .. results.Evaluations.Select(LatexTable.FileOf), PageFile];
    }

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static void WriteFile(string folder, string path, Action<TextWriter> write) => AtomicFile.Write(Path.Combine(folder, path), stream =>
    {
        using var output = new StreamWriter(stream, Utf8, 1 << 16, leaveOpen: true) { NewLine = "\n" };
        write(output);
    });
}
