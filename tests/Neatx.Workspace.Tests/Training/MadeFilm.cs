using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Neatx.Workspace.Tests.Training;

/// <summary>Small gray PNG files, made on the spot.</summary>
internal static class MadeFilm
{
    private const int Size = 24;

    /// <summary>A film that differs with its number.</summary>
    public static byte[] Png(int number)
    {
        var raw = new byte[Size * (Size + 1)];
        for (var y = 0; y < Size; y++)
            for (var x = 0; x < Size; x++) raw[(y * (Size + 1)) + 1 + x] = (byte)((number * 37) + (x * y) + (3 * x));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(raw);
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR"u8, [0, 0, 0, Size, 0, 0, 0, Size, 8, 0, 0, 0, 0]);
        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        png.Write(word);
        byte[] body = [.. kind, .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(word, Crc32.HashToUInt32(body));
        png.Write(word);
    }
}
