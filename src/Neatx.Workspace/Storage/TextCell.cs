using System.Runtime.InteropServices;
using System.Text;

namespace Neatx.Workspace.Storage;

/// <summary>
/// A string in a DuckDB vector, as its documentation lays out duckdb_string_t: the length, then up to 12 bytes in place, or a 4-byte prefix and
/// a pointer. What is pointed at needs to last only until the chunk is appended, which copies.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TextCell
{
    private const int InPlace = 12;
    private int length;
    private int prefix;
    private nint pointer;

    /// <summary>Writes the text as UTF-8, into the arena where it does not fit.</summary>
    public void Set(ReadOnlySpan<char> text, TextArena texts)
    {
        var room = texts.Room(text.Length * 3);
        length = Encoding.UTF8.GetBytes(text, room);
        if (length > InPlace)
        {
            prefix = MemoryMarshal.Read<int>(room);
            pointer = texts.Keep(length);
            return;
        }

        // Equal short strings must have equal bytes, so what is not used is zero.
        Span<byte> place = stackalloc byte[InPlace];
        place.Clear();
        room[..length].CopyTo(place);
        prefix = MemoryMarshal.Read<int>(place);
        pointer = MemoryMarshal.Read<nint>(place[sizeof(int)..]);
    }
}
