using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Neatx.Workspace.Storage;

/// <summary>
/// Appends rows to a temporary table. One chunk is filled while the one before is stored by another thread, so that reading a file and storing
/// its rows take the time of the slower; together that is half the time of the managed appender. Every column is set for every row; a row that is
/// not ended is overwritten by the next.
/// </summary>
internal sealed class ChunkAppender : IDisposable
{
    // Stored in steps, so that little is left to do at the end.
    private const int ChunksAFlush = 10;
    private readonly DuckDB.NET.Native.DuckDBAppender appender;
    private readonly DuckDBLogicalType[] types;
    private TableChunk filling;
    private TableChunk storing;
    private Task stored = Task.CompletedTask;
    private int chunks;

    public ChunkAppender(DuckDBConnection connection, string table)
    {
        var state = NativeMethods.Appender.DuckDBAppenderCreateExt(connection.NativeConnection, "temp", "main", table, out appender);
        if (state != DuckDBState.Success) throw new ArgumentException($"There is no temporary table '{table}'.", nameof(table));
        types = new DuckDBLogicalType[NativeMethods.Appender.DuckDBAppenderColumnCount(appender)];
        for (var i = 0; i < types.Length; i++) types[i] = NativeMethods.Appender.DuckDBAppenderColumnType(appender, (ulong)i);
        (filling, storing) = (new TableChunk(types), new TableChunk(types));
    }

    public void Set(int column, long value) => filling.Cell<long>(column) = value;

    public void Set(int column, int value) => filling.Cell<int>(column) = value;

    public void Set(int column, double value) => filling.Cell<double>(column) = value;

    public void Set(int column, byte value) => filling.Cell<byte>(column) = value;

    /// <summary>Sets text; empty text is NULL.</summary>
    public void Set(int column, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) filling.SetNull(column);
        else filling.SetText(column, text);
    }

    /// <summary>Sets a list of texts; null is NULL.</summary>
    public void Set(int column, IReadOnlyList<string>? texts)
    {
        if (texts is null) filling.SetNull(column);
        else filling.SetList(column, texts);
    }

    public void SetNull(int column) => filling.SetNull(column);

    public void EndRow()
    {
        if (filling.EndRow()) Store();
    }

    /// <summary>Makes all rows visible.</summary>
    /// <exception cref="NeatxException">They could not be stored.</exception>
    public void Close()
    {
        if (!filling.IsEmpty) Store();
        stored.GetAwaiter().GetResult();
        TableChunk.Check(appender, NativeMethods.Appender.DuckDBAppenderClose(appender));
    }

    public void Dispose()
    {
        try
        {
            stored.GetAwaiter().GetResult();
        }
        catch (NeatxException)
        {
            // Close has thrown it, or something else failed first.
        }

        filling.Dispose();
        storing.Dispose();
        foreach (var type in types) type.Dispose();
        appender.Dispose();
    }

    private void Store()
    {
        stored.GetAwaiter().GetResult();
        (filling, storing) = (storing, filling);
        var chunk = storing;
        var flush = ++chunks % ChunksAFlush == 0;
        stored = Task.Run(() =>
        {
            chunk.AppendTo(appender);
            if (flush) TableChunk.Check(appender, NativeMethods.Appender.DuckDBAppenderFlush(appender));
        });
    }
}
