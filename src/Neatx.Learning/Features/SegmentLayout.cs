using System.Buffers.Binary;
using System.IO.Hashing;

namespace Neatx.Learning.Features;

/// <summary>
/// Where things stand in a file of features: a head of 4 KiB, an entry of 64 bytes for each place, then the places, 64 bytes apart at least.
/// A place counts when its entry is whole, and an entry is written after its place: what a killed process was writing is not there.
/// </summary>
internal sealed record SegmentLayout(int PayloadBytes, int Capacity)
{
    public const int HeadBytes = 4096;
    public const int EntryBytes = 64;

    /// <summary>About how large a file becomes: large enough that there are few, small enough that little is mapped at a time.</summary>
    private const long TargetBytes = 256L << 20;

    private const ulong Magic = 0x3130_5441_4546_584E;

    /// <summary>Bytes from one place to the next.</summary>
    public int Stride => (PayloadBytes + 63) & ~63;

    /// <summary>The first place.</summary>
    public long DataOffset => HeadBytes + (((long)Capacity * EntryBytes) + 4095 & ~4095L);

    public static SegmentLayout Of(int payloadBytes) => new(payloadBytes, (int)Math.Clamp(TargetBytes / ((payloadBytes + 63) & ~63), 1, 4096));

    public static long EntryOffset(int place) => HeadBytes + ((long)place * EntryBytes);

    public long PlaceOffset(int place) => DataOffset + ((long)place * Stride);

    /// <summary>The bytes of the head.</summary>
    /// <param name="set">The key of the set.</param>
    public byte[] Head(string set)
    {
        var head = new byte[HeadBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(8), PayloadBytes);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(12), Capacity);
        Convert.FromHexString(set).CopyTo(head, 16);
        XxHash128.Hash(head.AsSpan(0, 32), head.AsSpan(32, 16));
        return head;
    }

    /// <summary>Reads a head; null when it is cut off, damaged, or of another set.</summary>
    public static SegmentLayout? Read(ReadOnlySpan<byte> head, string set)
    {
        if (head.Length < 48 || BinaryPrimitives.ReadUInt64LittleEndian(head) != Magic) return null;
        Span<byte> check = stackalloc byte[16];
        XxHash128.Hash(head[..32], check);
        if (!check.SequenceEqual(head.Slice(32, 16)) || !head.Slice(16, 16).SequenceEqual(Convert.FromHexString(set))) return null;
        return new SegmentLayout(BinaryPrimitives.ReadInt32LittleEndian(head[8..]), BinaryPrimitives.ReadInt32LittleEndian(head[12..]));
    }

    /// <summary>Writes an entry: key, checksum of the place's bytes, and a checksum of both and the place's number.</summary>
    public static void WriteEntry(Span<byte> entry, int place, FeatureKey key, ReadOnlySpan<byte> payload)
    {
        entry.Clear();
        key.CopyTo(entry);
        XxHash128.Hash(payload, entry.Slice(FeatureKey.Bytes, 16));
        BinaryPrimitives.WriteUInt64LittleEndian(entry[48..], XxHash64.HashToUInt64(entry[..48], place));
        BinaryPrimitives.WriteUInt64LittleEndian(entry[56..], Magic);
    }

    /// <summary>Reads an entry; false when there is none or it is damaged.</summary>
    public static bool TryReadEntry(ReadOnlySpan<byte> entry, int place, out FeatureKey key, out UInt128 checksum)
    {
        (key, checksum) = (default, default);
        if (BinaryPrimitives.ReadUInt64LittleEndian(entry[56..]) != Magic) return false;
        if (BinaryPrimitives.ReadUInt64LittleEndian(entry[48..]) != XxHash64.HashToUInt64(entry[..48], place)) return false;
        (key, checksum) = (new FeatureKey(entry[..FeatureKey.Bytes]), BinaryPrimitives.ReadUInt128BigEndian(entry.Slice(FeatureKey.Bytes, 16)));
        return true;
    }
}
