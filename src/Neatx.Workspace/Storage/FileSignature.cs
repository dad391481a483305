using System.Text;

namespace Neatx.Workspace.Storage;

/// <summary>What a file is, by its first bytes; names lie.</summary>
internal static class FileSignature
{
    /// <summary>Bytes needed to tell.</summary>
    public const int Length = 64;

    public static bool IsGzip(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);

    public static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8);

    /// <summary>What the file is instead of a table, with what to do, or null when it may be one.</summary>
    public static string? WhyNoTable(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || start.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            return "it is text in UTF-16. Convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW";
        if (start.StartsWith((ReadOnlySpan<byte>)[0xfd, 0x37, 0x7a, 0x58, 0x5a]))
            return "it is compressed by xz. Decompress it: unxz FILE";
        if (start.StartsWith("BZh"u8)) return "it is compressed by bzip2. Decompress it: bunzip2 FILE";
        if (start.StartsWith((ReadOnlySpan<byte>)[0x28, 0xb5, 0x2f, 0xfd])) return "it is compressed by zstd. Decompress it: unzstd FILE";
        if (start.StartsWith("PAR1"u8)) return "it is Parquet. Save it as CSV";
        if (start.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0])) return "it is an Excel workbook. Save the sheet as CSV (UTF-8)";
        if (start.StartsWith("version https://git-lfs"u8)) return "it is a Git LFS pointer. Fetch the file itself: git lfs pull";
        var text = Encoding.ASCII.GetString(start).TrimStart();
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            ? "it is a web page, often what a download leaves that needs a login. Download the file again"
            : null;
    }
}
