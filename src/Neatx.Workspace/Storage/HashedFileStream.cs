using System.Security.Cryptography;

namespace Neatx.Workspace.Storage;

/// <summary>The bytes of a file on disk, counted and hashed while they are read.</summary>
public sealed class HashedFileStream : ReadOnlyStream
{
    private readonly FileStream file;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public HashedFileStream(string path) =>
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    /// <summary>The size of the file when it was opened.</summary>
    public long Size => file.Length;

    public override int Read(Span<byte> buffer)
    {
        var read = file.Read(buffer);
        hash.AppendData(buffer[..read]);
        Count += read;
        return read;
    }

    /// <summary>Reads what is left, and returns the lower-case hexadecimal SHA-256 of the whole file.</summary>
    public string Finish()
    {
        var rest = new byte[1 << 16];
        while (Read(rest) > 0)
        {
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
