using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Neatx.Core.Campaign;

/// <summary>
/// The canonical bytes of an event: a mark of the form, then every field but the hash in a fixed order, each with its length before it
/// (32 bits, little-endian; -1 for null), so that no two events share their bytes. Numbers are decimal digits, times milliseconds since 1970.
/// </summary>
public static class EventEncoding
{
    private const string Form = "neatx-event-1";

    /// <summary>SHA-256 of the canonical bytes.</summary>
    public static EventHash HashOf(CampaignEvent entry)
    {
        using var bytes = new PooledBytes();
        Write(entry, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.Written, hash);
        return new EventHash(hash);
    }

    /// <summary>The canonical bytes.</summary>
    public static byte[] Encode(CampaignEvent entry)
    {
        using var bytes = new PooledBytes();
        Write(entry, bytes);
        return bytes.Written.ToArray();
    }

    private static void Write(CampaignEvent entry, PooledBytes bytes)
    {
        Text(bytes, Form);
        Number(bytes, entry.Sequence);
        Span<byte> id = stackalloc byte[16];
        entry.Id.TryWriteBytes(id, bigEndian: true, out _);
        Bytes(bytes, id);
        Text(bytes, entry.Kind.Word());
        Text(bytes, entry.Actor);
        Text(bytes, entry.Rater);
        Number(bytes, entry.Image);
        Number(bytes, entry.Occurrence);
        Text(bytes, entry.Finding);
        Text(bytes, entry.Old);
        Text(bytes, entry.New);
        Number(bytes, entry.DwellMs);
        Text(bytes, entry.Window);
        Number(bytes, entry.ClientTime?.ToUnixTimeMilliseconds());
        Number(bytes, entry.ServerTime.ToUnixTimeMilliseconds());
        Number(bytes, entry.ClientSequence);
        Bytes(bytes, entry.ProtocolHash.ToArray());
        Bytes(bytes, entry.PreviousHash.ToArray());
    }

    private static void Number(PooledBytes bytes, long? value)
    {
        Span<byte> digits = stackalloc byte[20];
        var length = 0;
        if (value is { } number) number.TryFormat(digits, out length, default, CultureInfo.InvariantCulture);
        Length(bytes, value is null ? -1 : length);
        digits[..length].CopyTo(bytes.Room(length));
    }

    private static void Text(PooledBytes bytes, string? text)
    {
        if (text is null)
        {
            Length(bytes, -1);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Length(bytes, length);
        Encoding.UTF8.GetBytes(text, bytes.Room(length));
    }

    private static void Bytes(PooledBytes bytes, ReadOnlySpan<byte> value)
    {
        Length(bytes, value.Length);
        value.CopyTo(bytes.Room(value.Length));
    }

    private static void Length(PooledBytes bytes, int length) => BinaryPrimitives.WriteInt32LittleEndian(bytes.Room(sizeof(int)), length);
}
