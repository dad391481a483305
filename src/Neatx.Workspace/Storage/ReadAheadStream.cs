using System.Runtime.ExceptionServices;

namespace Neatx.Workspace.Storage;

/// <summary>Reads a stream a block ahead in another thread, so that decompressing and hashing take no time of whoever parses.</summary>
internal sealed class ReadAheadStream : ReadOnlyStream
{
    private const int BlockSize = 1 << 17;
    private readonly Stream source;
    private byte[] block = new byte[BlockSize];
    private byte[] ahead = new byte[BlockSize];
    private Task<int> filled;
    private ExceptionDispatchInfo? failure;
    private int at;
    private int count;

    public ReadAheadStream(Stream source)
    {
        this.source = source;
        filled = Fill(ahead);
    }

    public override int Read(Span<byte> buffer)
    {
        if (at == count)
        {
            // A failure comes out here, after all bytes before it.
            count = filled.GetAwaiter().GetResult();
            at = 0;
            if (count == 0) return 0;
            (block, ahead) = (ahead, block);
            filled = Fill(ahead);
        }

        var read = Math.Min(buffer.Length, count - at);
        block.AsSpan(at, read).CopyTo(buffer);
        at += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // The source is not closed under the other thread; what it may throw now no longer matters.
            Task.WaitAny(filled);
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private Task<int> Fill(byte[] bytes) => Task.Run(() =>
    {
        failure?.Throw();
        var read = 0;
        try
        {
            for (int more; read < bytes.Length && (more = source.Read(bytes.AsSpan(read))) > 0;) read += more;
        }
        catch (Exception exception) when (read > 0 && (exception is IOException or InvalidDataException))
        {
            // First what was read before it.
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        return read;
    });
}
