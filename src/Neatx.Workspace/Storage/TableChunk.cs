using System.Runtime.InteropServices;
using DuckDB.NET.Native;

namespace Neatx.Workspace.Storage;

/// <summary>
/// Some 2,000 rows in DuckDB's own vectors, filled in place, without an allocation or a native call a cell.
/// </summary>
internal sealed unsafe class TableChunk : IDisposable
{
    private readonly DuckDBDataChunk chunk;
    private readonly int capacity = (int)NativeMethods.Helpers.DuckDBVectorSize();
    private readonly TextArena texts = new();
    private readonly nint[] vectors;
    private readonly nint[] cells;
    private readonly nint[] validity;
    private readonly ListChild?[] lists;
    private int row;

    public TableChunk(IReadOnlyList<DuckDBLogicalType> types)
    {
        chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. types.Select(type => type.DangerousGetHandle())], (ulong)types.Count);
        (vectors, cells, validity) = (new nint[types.Count], new nint[types.Count], new nint[types.Count]);
        lists = new ListChild?[types.Count];
        Clear();
    }

    public bool IsEmpty => row == 0;

    /// <summary>Ends the current row; true when the chunk is full.</summary>
    public bool EndRow() => ++row == capacity;

    /// <summary>The current row's cell, to be written.</summary>
    public ref T Cell<T>(int column)
        where T : unmanaged
    {
        if (validity[column] != 0) ((ulong*)validity[column])[row / 64] |= 1UL << (row % 64);
        return ref ((T*)cells[column])[row];
    }

    public void SetNull(int column)
    {
        if (validity[column] == 0)
        {
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vectors[column]);
            validity[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetValidity(vectors[column]);
        }

        ((ulong*)validity[column])[row / 64] &= ~(1UL << (row % 64));
    }

    public void SetText(int column, ReadOnlySpan<char> text) => Cell<TextCell>(column).Set(text, texts);

    public void SetList(int column, IReadOnlyList<string> items)
    {
        var child = lists[column] ??= new ListChild(vectors[column]);
        Cell<ListCell>(column) = new ListCell(child.Count, items.Count);
        for (var i = 0; i < items.Count; i++) child.Next().Set(items[i], texts);
    }

    /// <summary>Appends all rows, and clears the chunk.</summary>
    public void AppendTo(DuckDBAppender appender)
    {
        foreach (var list in lists) list?.SetSize();
        _ = NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)row);
        Check(appender, NativeMethods.Appender.DuckDBAppendDataChunk(appender, chunk));
        Clear();
    }

    public static void Check(DuckDBAppender appender, DuckDBState state)
    {
        if (state == DuckDBState.Success) return;
        using var error = NativeMethods.Appender.DuckDBAppenderErrorData(appender);
        throw new NeatxException($"Rows could not be stored: {error.Message}");
    }

    public void Dispose()
    {
        chunk.Dispose();
        texts.Dispose();
    }

    private void Clear()
    {
        NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, i);
            cells[i] = (nint)NativeMethods.Vectors.DuckDBVectorGetData(vectors[i]);
            validity[i] = 0;
            lists[i] = null;
        }

        texts.Clear();
        row = 0;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ListCell(long Offset, long Length);
}
