using Microsoft.Win32.SafeHandles;

namespace Neatx.Learning.Features;

/// <summary>Appends features to a file of its own, which no other process writes. What is appended stays, whenever the process ends.</summary>
internal sealed class SegmentWriter : IDisposable
{
    private readonly SegmentLayout _layout;
    private readonly SafeFileHandle _file;

    /// <exception cref="IOException">The file cannot be made.</exception>
    public SegmentWriter(string folder, string set, SegmentLayout layout)
    {
        _layout = layout;
        Path = System.IO.Path.Combine(folder, $"{Guid.NewGuid():N}{FeatureStore.Extension}");
        _file = File.OpenHandle(Path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(_file, layout.Head(set), 0);
    }

    public string Path { get; }

    /// <summary>Places that are taken.</summary>
    public int Count { get; private set; }

    public bool IsFull => Count == _layout.Capacity;

    /// <summary>Writes features, then the entry that makes them count.</summary>
    /// <returns>The place.</returns>
    /// <exception cref="IOException">They cannot be written; nothing of them is left.</exception>
    public int Append(FeatureKey key, ReadOnlySpan<byte> payload)
    {
        var place = Count;
        Span<byte> entry = stackalloc byte[SegmentLayout.EntryBytes];
        SegmentLayout.WriteEntry(entry, place, key, payload);
        try
        {
            RandomAccess.Write(_file, payload, _layout.PlaceOffset(place));
            RandomAccess.Write(_file, entry, SegmentLayout.EntryOffset(place));
        }
        catch (Exception wrong) when (wrong is IOException or ArgumentOutOfRangeException)
        {
            RandomAccess.SetLength(_file, _layout.PlaceOffset(place));
            // So .NET says that a file may not become larger: a quota, or the limit of a file system.
            if (wrong is ArgumentOutOfRangeException) throw new IOException("The file may not become larger.", wrong);
            throw;
        }

        Count++;
        return place;
    }

    /// <summary>To disk, so that a loss of power costs nothing of what came before.</summary>
    public void Flush() => RandomAccess.FlushToDisk(_file);

    public void Dispose() => _file.Dispose();
}
