using System.Runtime.InteropServices;

namespace Neatx.Workspace.Storage;

/// <summary>Memory for strings that stays where it is until <see cref="Clear"/>.</summary>
internal sealed unsafe class TextArena : IDisposable
{
    private const int BlockSize = 1 << 16;
    private readonly List<nint> large = [];
    private readonly List<nint> blocks = [];
    private int block = -1;
    private byte* place;
    private int left;

    /// <summary>Room for a string of up to <paramref name="most"/> bytes.</summary>
    public Span<byte> Room(int most)
    {
        if (most > left) Take(most);
        return new Span<byte>(place, left);
    }

    /// <summary>Keeps the first bytes of the room just given; returns where they are.</summary>
    public nint Keep(int length)
    {
        var kept = (nint)place;
        place += length;
        left -= length;
        return kept;
    }

    /// <summary>Forgets all strings; keeps ordinary blocks for the next.</summary>
    public void Clear()
    {
        foreach (var pointer in large) NativeMemory.Free((void*)pointer);
        large.Clear();
        block = -1;
        place = null;
        left = 0;
    }

    public void Dispose()
    {
        Clear();
        foreach (var pointer in blocks) NativeMemory.Free((void*)pointer);
        blocks.Clear();
    }

    private void Take(int most)
    {
        if (most > BlockSize)
        {
            place = (byte*)NativeMemory.Alloc((nuint)most);
            large.Add((nint)place);
            left = most;
            return;
        }

        if (++block == blocks.Count) blocks.Add((nint)NativeMemory.Alloc(BlockSize));
        place = (byte*)blocks[block];
        left = BlockSize;
    }
}
