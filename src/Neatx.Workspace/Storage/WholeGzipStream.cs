using System.IO.Compression;

namespace Neatx.Workspace.Storage;

/// <summary>
/// Decompresses gzip of one or several members, and insists that the last one is whole: .NET's own <see cref="GZipStream"/> takes a file
/// that was cut off for its end. A member of our own is fed after the last byte; only if it comes out as written was all before it whole.
/// </summary>
public sealed class WholeGzipStream : ReadOnlyStream
{
    private static readonly byte[] Mark = "\0whole\0"u8.ToArray();
    private static readonly byte[] MarkMember = Compress(Mark);
    private readonly Source source;
    private readonly GZipStream gzip;
    private bool ended;

    public WholeGzipStream(Stream compressed)
    {
        source = new Source(compressed);
        gzip = new GZipStream(source, CompressionMode.Decompress);
    }

    /// <exception cref="InvalidDataException">The data are damaged, or end early; all bytes before that were returned.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (ended || buffer.IsEmpty) return 0;
        int read;
        try
        {
            read = gzip.Read(buffer);
        }
        catch (InvalidDataException) when (source.MarkServed)
        {
            throw Truncated();
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException("The gzip data are damaged.", exception);
        }

        if (!source.MarkServed) return read > 0 ? read : throw Trailing();

        // The decompressor asks for more only when it has given out everything, so all that comes now is from the mark.
        ended = true;
        var rest = new byte[Mark.Length + 1];
        buffer[..Math.Min(read, rest.Length)].CopyTo(rest);
        try
        {
            var count = read > rest.Length ? read : read + gzip.ReadAtLeast(rest.AsSpan(read), rest.Length - read, throwOnEndOfStream: false);
            return count == Mark.Length && rest.AsSpan(0, count).SequenceEqual(Mark) ? 0 : throw Truncated();
        }
        catch (InvalidDataException)
        {
            throw Truncated();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) gzip.Dispose();
        base.Dispose(disposing);
    }

    private static InvalidDataException Truncated() => new("The gzip file is cut off: its data end before they are complete.");

    private static InvalidDataException Trailing() => new("The gzip data are followed by bytes that are not gzip.");

    private static byte[] Compress(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var member = new GZipStream(memory, CompressionLevel.Fastest)) member.Write(bytes);
        return memory.ToArray();
    }

    private sealed class Source(Stream file) : ReadOnlyStream
    {
        private int served;

        public bool MarkServed => served > 0;

        public override int Read(Span<byte> buffer)
        {
            var read = served > 0 ? 0 : file.Read(buffer);
            if (read > 0) return read;
            read = Math.Min(buffer.Length, MarkMember.Length - served);
            MarkMember.AsSpan(served, read).CopyTo(buffer);
            served += read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) file.Dispose();
            base.Dispose(disposing);
        }
    }
}
