using System.IO.Compression;
using System.IO.Hashing;

namespace Neatx.Workspace.Storage;

/// <summary>The content of a zip entry, checked against the length and CRC-32 that the archive states (which .NET does not do).</summary>
public sealed class WholeZipEntryStream(ZipArchiveEntry entry) : ReadOnlyStream
{
    private readonly Crc32 crc = new();
    private readonly Stream content = entry.Open();
    private long count;

    /// <exception cref="InvalidDataException">The data are damaged or end early.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        var read = content.Read(buffer);
        crc.Append(buffer[..read]);
        count += read;
        if (read > 0) return read;
        if (count < entry.Length)
            throw new InvalidDataException($"The zip entry is cut off: {count:N0} of {entry.Length:N0} bytes are there.");
        return crc.GetCurrentHashAsUInt32() == entry.Crc32
            ? 0
            : throw new InvalidDataException("The zip data are damaged: their CRC-32 is not the one stated.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) content.Dispose();
        base.Dispose(disposing);
    }
}
