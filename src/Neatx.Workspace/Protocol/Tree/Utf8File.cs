using System.Text;

namespace Neatx.Workspace.Protocol.Tree;

/// <summary>Reads a protocol file whole, and refuses what cannot be one.</summary>
internal static class Utf8File
{
    /// <summary>The largest protocol that is read, in bytes.</summary>
    public const int MaxBytes = 4 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's bytes; or null, and a mistake that says why there are none.</summary>
    public static byte[]? Read(string path, List<ProtocolMistake> mistakes)
    {
        byte[]? Refuse(string message)
        {
            mistakes.Add(new(new(path, 1, 1), message));
            return null;
        }

        try
        {
            if (Directory.Exists(path)) return Refuse("expected a protocol file, found a folder; name the .yaml file in it");
            if (!File.Exists(path)) return Refuse("expected a protocol file, found none; check the path");
            using var stream = File.OpenRead(path);
            if (stream.Length > MaxBytes) return Refuse($"expected a protocol of at most 4 MiB, found {stream.Length} bytes; is this the right file?");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse($"expected a readable file: {exception.Message}");
        }
    }

    /// <summary>The text without a byte order mark; or null, and a mistake at the first byte that is not text in UTF-8.</summary>
    public static string? Decode(string path, ReadOnlySpan<byte> bytes, List<ProtocolMistake> mistakes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        try
        {
            var text = Strict.GetString(bytes);
            var control = text.AsSpan().IndexOfAnyInRange('\0', '\b');
            if (control < 0) return text;
            mistakes.Add(new(PlaceAfter(path, text.AsSpan(0, control)), $"expected text, found the control character U+{(int)text[control]:X4}; save the file as UTF-8 text"));
        }
        catch (DecoderFallbackException exception)
        {
            var valid = Strict.GetString(bytes[..ValidLength(bytes)]);
            var found = string.Join(' ', (exception.BytesUnknown ?? []).Select(value => $"0x{value:X2}"));
            mistakes.Add(new(PlaceAfter(path, valid), $"expected UTF-8, found the bytes {found}; save the file as UTF-8"));
        }

        return null;
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var used) == System.Buffers.OperationStatus.Done) length += used;
        return length;
    }

    private static SourceLocation PlaceAfter(string path, ReadOnlySpan<char> before) =>
        new(path, before.Count('\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1);
}
