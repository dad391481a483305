using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Neatx.Imaging.Films;

/// <summary>Reads the chunks of a PNG: its size before anything is decoded, and where it is damaged after decoding failed.</summary>
internal static class PngChunks
{
    private const int Signature = 8, Frame = 12, Header = 13;
    private const string Again = "Get the file again from its source.";

    /// <summary>Width and height by the header.</summary>
    /// <exception cref="RefusedFilmException">There is no header.</exception>
    public static (long Width, long Height) Size(ReadOnlySpan<byte> content)
    {
        if (content.Length < Signature + Frame + Header)
            throw new RefusedFilmException(RefusalReason.Truncated, $"The PNG file ends after {content.Length:N0} bytes, within its header.", Again);
        if (BinaryPrimitives.ReadInt32BigEndian(content[Signature..]) != Header || !content.Slice(Signature + 4, 4).SequenceEqual("IHDR"u8))
            throw new RefusedFilmException(RefusalReason.Unreadable, "The PNG file does not begin with its header (IHDR).", Again);
        var header = content[(Signature + 8)..];
        return (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
    }

    /// <summary>Why the file is not whole by the lengths of its chunks, or null when it is; checksums are not looked at.</summary>
    public static Refusal? Incomplete(ReadOnlySpan<byte> content) => Walk(content, checksums: false);

    /// <summary>Where and how a file is damaged that could not be decoded, as far as its frame shows.</summary>
    public static Refusal Damage(ReadOnlySpan<byte> content) => Walk(content, checksums: true)
        ?? new Refusal(
            RefusalReason.Unreadable,
            "The PNG file is whole by its checksums, but its pixels cannot be decoded: it was written wrong.",
            "Write it anew with the program it comes from.");

    private static Refusal? Walk(ReadOnlySpan<byte> content, bool checksums)
    {
        for (var at = Signature; ;)
        {
            if (at + Frame > content.Length) return Ends(content.Length, "where its next chunk is due");
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            var type = content.Slice(at + 4, 4);
            if (length > int.MaxValue || NameOf(type) is not { } name)
                return new Refusal(RefusalReason.Unreadable, $"The PNG file is damaged: no chunk begins at byte {at:N0}, where one is due.", Again);
            if (at + Frame + (long)length > content.Length)
                return Ends(content.Length, $"within the chunk {name} that begins at byte {at:N0}");
            if (checksums && Crc32.HashToUInt32(content.Slice(at + 4, 4 + (int)length)) != BinaryPrimitives.ReadUInt32BigEndian(content[(at + 8 + (int)length)..]))
                return new Refusal(
                    RefusalReason.Unreadable, $"The PNG file is damaged: the chunk {name} at byte {at:N0} does not match its checksum.", Again);
            if (type.SequenceEqual("IEND"u8)) return null;
            at += Frame + (int)length;
        }
    }

    private static Refusal Ends(int bytes, string where) =>
        new(RefusalReason.Truncated, $"The PNG file ends after {bytes:N0} bytes, {where}.", Again);

    /// <summary>Four letters, or null when it is not the name of a chunk.</summary>
    private static string? NameOf(ReadOnlySpan<byte> type)
    {
        foreach (var letter in type)
            if (!char.IsAsciiLetter((char)letter)) return null;
        return Encoding.ASCII.GetString(type);
    }
}
