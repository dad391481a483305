using DuckDB.NET.Native;

namespace Neatx.Workspace.Storage;

/// <summary>The strings that the lists of one column of a chunk hold, one after another.</summary>
internal sealed unsafe class ListChild(nint vector)
{
    private TextCell* cells;
    private int capacity;

    /// <summary>Strings so far.</summary>
    public int Count { get; private set; }

    /// <summary>The next string's cell, to be written before another is asked for.</summary>
    public ref TextCell Next()
    {
        if (Count == capacity)
        {
            // The strings so far are moved along.
            capacity = Math.Max(4096, capacity * 2);
            SetSize();
            if (NativeMethods.Vectors.DuckDBListVectorReserve(vector, (ulong)capacity) != DuckDBState.Success)
                throw new NeatxException($"There is no memory for a list of {capacity:N0} strings.");
            cells = (TextCell*)NativeMethods.Vectors.DuckDBVectorGetData(NativeMethods.Vectors.DuckDBListVectorGetChild(vector));
        }

        return ref cells[Count++];
    }

    /// <summary>Tells DuckDB how many strings there are.</summary>
    public void SetSize() => NativeMethods.Vectors.DuckDBListVectorSetSize(vector, (ulong)Count);
}
