using System.Buffers.Binary;
using System.Numerics;

namespace Neatx.Learning.Training.Events;

/// <summary>The checksum of TFRecord files: CRC-32C (Castagnoli), rotated and offset so that a checksum of checksums is no fixed point.</summary>
internal static class MaskedCrc
{
    private const uint Delta = 0xa282ead8;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = Plain(bytes);
        return unchecked(BitOperations.RotateRight(crc, 15) + Delta);
    }

    /// <summary>CRC-32C as RFC 3720 defines it: of "123456789" 0xe3069283.</summary>
    public static uint Plain(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes) crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }
}
