using System.Buffers.Binary;

namespace Neatx.Imaging.Films;

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
internal static class FileKind
{
    private const int DicomPreamble = 128;

    public static bool IsPng(ReadOnlySpan<byte> content) => content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);

    public static bool IsJpeg(ReadOnlySpan<byte> content) => content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static bool IsDicom(ReadOnlySpan<byte> content) => content.Length >= DicomPreamble + 4 && content.Slice(DicomPreamble, 4).SequenceEqual("DICM"u8);

    /// <summary>What another file seems to be, for a message, and how to make a film of it.</summary>
    public static (string What, string NextStep) Other(ReadOnlySpan<byte> content)
    {
        const string convert = "Convert it to a gray PNG.";
        const string again = "Get the file again from its source.";
        if (content.StartsWith("\x89PNG"u8) || content.StartsWith("GIF8"u8) || content.StartsWith("BM"u8)) return (content[0] switch
        {
            (byte)'G' => "a GIF image",
            (byte)'B' => "a BMP image",
            _ => "a PNG file that was changed on its way, as transfers in text mode do",
        }, content[0] == 0x89 ? again : convert);
        if (content.StartsWith("II*\0"u8) || content.StartsWith("MM\0*"u8)) return ("a TIFF image", "Convert it: vips copy IN OUT.png");
        if (content.StartsWith("RIFF"u8) && content.Length > 12 && content.Slice(8, 4).SequenceEqual("WEBP"u8)) return ("a WebP image", convert);
        if (content.Length > 12 && content.Slice(4, 4).SequenceEqual("jP  "u8)) return ("a JPEG 2000 image", "Convert it: opj_decompress -i IN -o OUT.png");
        if (content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return ("an archive", "Unpack it.");
        if (content.StartsWith("version https://git-lfs"u8)) return ("a pointer of Git LFS, not the image itself", "Fetch the image: git lfs pull");
        if (content.TrimStart(" \r\n\t"u8).StartsWith("<"u8)) return ("a web page or XML", again);
        if (content.Length >= 8 && BinaryPrimitives.ReadUInt16LittleEndian(content) is 2 or 8 && content[2..4].SequenceEqual((ReadOnlySpan<byte>)[0, 0]))
            return ("a DICOM file without its preamble", "Write it anew with one: dcmconv IN OUT.dcm");
        return ("no image that is known", again);
    }
}
