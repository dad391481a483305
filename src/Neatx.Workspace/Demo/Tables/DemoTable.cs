using System.IO.Compression;
using System.Text;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>One file of the demo: a label table in a published format, filled with simulated rows.</summary>
internal abstract class DemoTable
{
    /// <summary>The file's name; it is compressed when it ends in .gz.</summary>
    public abstract string FileName { get; }

    /// <summary>What ends a line; some published tables came from Windows.</summary>
    protected virtual string LineEnd => "\n";

    /// <summary>Writes the file's bytes: the same for the same simulation.</summary>
    public void Write(Stream stream)
    {
        using var packed = FileName.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true) : null;
        using var writer = new StreamWriter(packed ?? stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        WriteRows(new CsvText(writer, LineEnd));
    }

    /// <summary>Writes the header and the rows.</summary>
    protected abstract void WriteRows(CsvText csv);

    /// <summary>The words of the review tables.</summary>
    protected static string YesNo(bool present) => present ? "YES" : "NO";
}
