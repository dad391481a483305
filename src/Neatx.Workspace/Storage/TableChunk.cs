using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Native;

namespace Neatx.Workspace.Storage;

/// <summary>
/// Some 2,000 rows in DuckDB's own vectors, filled in place, without an allocation or a native call a cell.
/// </summary>
/// <remarks>A string cell is DuckDB's documented duckdb_string_t: its length, then up to 12 bytes in place, or a 4-byte prefix and a pointer.
/// The pointers need to last only until the chunk is appended, which copies.</remarks>
internal sealed unsafe class TableChunk : IDisposable
{
    private readonly DuckDBDataChunk chunk;
    private readonly int capacity = (int)NativeMethods.Helpers.DuckDBVectorSize();
    private readonly TextArena texts = new();
    private readonly nint[] vectors;
    private readonly nint[] cells;
    private readonly nint[] validity;
    private int row;

    public TableChunk(IReadOnlyList<DuckDBLogicalType> types)
    {
        chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. types.Select(type => type.DangerousGetHandle())], (ulong)types.Count);
        (vectors, cells, validity) = (new nint[types.Count], new nint[types.Count], new nint[types.Count]);
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

    public void SetText(int column, ReadOnlySpan<char> text)
    {
        var room = texts.Room(text.Length * 3);
        var length = Encoding.UTF8.GetBytes(text, room);
        ref var cell = ref Cell<Text>(column);
        cell.Length = length;
        if (length <= Text.InPlace)
        {
            // Equal short strings must have equal bytes, so what is not used is zero.
            var place = MemoryMarshal.AsBytes(new Span<Text>(ref cell))[sizeof(int)..];
            place.Clear();
            room[..length].CopyTo(place);
            return;
        }

        cell.Prefix = MemoryMarshal.Read<int>(room);
        cell.Pointer = texts.Keep(length);
    }

    /// <summary>Appends all rows, and clears the chunk.</summary>
    public void AppendTo(DuckDBAppender appender)
    {
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
        }

        texts.Clear();
        row = 0;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Text
    {
        public const int InPlace = 12;
        public int Length;
        public int Prefix;
        public nint Pointer;
    }
}
