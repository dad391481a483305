using System.Runtime.CompilerServices;

namespace Neatx.Learning.Weights.Keras;

/// <summary>
/// A file on its way to a library that follows whatever it says. A ring of links would have the library call itself until the process dies, or read without
/// end: every read looks whether there is stack left, and counts.
/// </summary>
/// <param name="file">What is read.</param>
/// <param name="most">The most bytes that are read, those read again included.</param>
internal sealed class GuardedStream(Stream file, long most) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    /// <exception cref="InsufficientExecutionStackException">The caller has called itself too often.</exception>
    /// <exception cref="InvalidDataException">The file was read over and over.</exception>
    public override int Read(Span<byte> buffer)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var read = file.Read(buffer);
        _read += read;
        return _read <= most ? read : throw new InvalidDataException("its parts refer to one another without end");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
