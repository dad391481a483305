using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Neatx.Imaging.Tests;

/// <summary>PNG files made byte by byte, so that they can be wrong in any way.</summary>
internal static class MadePng
{
    public const int Gray = 0, Rgb = 2, Palette = 3, GrayAlpha = 4, Rgba = 6;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <param name="width">As the header announces it.</param>
    /// <param name="height">As the header announces it.</param>
    /// <param name="bits">Of a channel, or of a palette's index.</param>
    /// <param name="colour">PNG's colour type.</param>
    /// <param name="body">Rows as they are compressed, each begun by its filter.</param>
    /// <param name="before">Whole chunks between the header and the pixels.</param>
    public static byte[] Of(int width, int height, int bits, int colour, byte[] body, params byte[][] before)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)bits, (byte)colour);
        return [.. Signature, .. Chunk("IHDR", header), .. before.SelectMany(chunk => chunk), .. Chunk("IDAT", Compressed(body)), .. Chunk("IEND", [])];
    }

    /// <summary>Rows of bytes without filters.</summary>
    public static byte[] Rows(params byte[][] rows) => [.. rows.SelectMany(row => row.Prepend((byte)0))];

    /// <summary>Gray of 16 bits, each pixel by its place.</summary>
    public static byte[] Gray16(int width, int height, Func<int, int, ushort> pixel) => Of(width, height, 16, Gray, Rows(
        [.. Enumerable.Range(0, height).Select(y => Enumerable.Range(0, width).SelectMany(x => BigEndian(pixel(x, y))).ToArray())]));

    public static byte[] Chunk(string name, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        var (length, checksum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.HashToUInt32(named));
        return [.. length, .. named, .. checksum];
    }

    public static byte[] Compressed(byte[] body)
    {
        using var memory = new MemoryStream();
        using (var zlib = new ZLibStream(memory, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(body);
        return memory.ToArray();
    }

    private static byte[] BigEndian(ushort value) => [(byte)(value >> 8), (byte)value];
}
