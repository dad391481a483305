using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Neatx.Learning.Features;

/// <summary>A file of features, read by mapping it into memory. Another process may append to it meanwhile.</summary>
internal sealed class Segment : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly SegmentLayout _layout;
    private int _known;
    private MappedFile? _map;

    private Segment(string path, SafeFileHandle file, SegmentLayout layout) => (Path, _file, _layout) = (path, file, layout);

    public string Path { get; }

    /// <summary>Opens a file; null when its head is not that of this set, for instance because its writer was killed at the very start.</summary>
    public static Segment? Open(string path, string set, int payloadBytes)
    {
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> head = stackalloc byte[48];
        var read = RandomAccess.Read(file, head, 0);
        if (SegmentLayout.Read(head[..read], set) is { } layout && layout.PayloadBytes == payloadBytes) return new Segment(path, file, layout);
        file.Dispose();
        return null;
    }

    /// <summary>The entries that came since this was last asked, in the order of their places.</summary>
    public IEnumerable<(FeatureKey Key, StoredFeature Feature)> NewEntries()
    {
        var entries = new byte[(_layout.Capacity - _known) * SegmentLayout.EntryBytes];
        var read = RandomAccess.Read(_file, entries, SegmentLayout.EntryOffset(_known));
        var length = RandomAccess.GetLength(_file);
        var (first, count) = (_known, read / SegmentLayout.EntryBytes);
        for (var index = 0; index < count; index++)
        {
            var place = first + index;
            if (!SegmentLayout.TryReadEntry(entries.AsSpan(index * SegmentLayout.EntryBytes, SegmentLayout.EntryBytes), place, out var key, out var checksum)) continue;
            _known = place + 1;
            // A file that was cut off afterwards: its last places are gone.
            if (_layout.PlaceOffset(place) + _layout.PayloadBytes <= length) yield return (key, new StoredFeature(this, place, checksum));
        }
    }

    /// <summary>The bytes of a place, as long as the segment lives; not checked.</summary>
    public ReadOnlySpan<byte> Payload(int place)
    {
        var end = _layout.PlaceOffset(place) + _layout.PayloadBytes;
        if (_map is null || _map.Length < end)
        {
            _map?.Dispose();
            _map = new MappedFile(Path);
        }

        return _map.Bytes(_layout.PlaceOffset(place), _layout.PayloadBytes);
    }

    /// <summary>True when the bytes of a place are those that were written.</summary>
    public bool IsIntact(StoredFeature feature)
    {
        Span<byte> hash = stackalloc byte[16];
        XxHash128.Hash(Payload(feature.Place), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash) == feature.Checksum;
    }

    /// <summary>Takes an entry away, for all processes.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Remove(int place)
    {
        using var file = File.OpenHandle(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(file, new byte[SegmentLayout.EntryBytes], SegmentLayout.EntryOffset(place));
    }

    /// <summary>Lets the system take back the memory that was read into; the file is read again when needed.</summary>
    public void Release() => _map?.Release();

    public void Dispose()
    {
        _map?.Dispose();
        _file.Dispose();
    }
}
