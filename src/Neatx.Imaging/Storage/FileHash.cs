using System.Security.Cryptography;

namespace Neatx.Imaging.Storage;

/// <summary>The SHA-256 of a file's bytes, lower-case hexadecimal.</summary>
public static class FileHash
{
    public static string Of(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
