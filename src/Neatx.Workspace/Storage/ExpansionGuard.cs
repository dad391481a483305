namespace Neatx.Workspace.Storage;

/// <summary>Passes decompressed bytes on until they are more than the file's size can honestly hold (a zip bomb).</summary>
/// <param name="content">The decompressed bytes.</param>
/// <param name="compressed">Compressed bytes consumed so far.</param>
/// <param name="limits">What is accepted.</param>
public sealed class ExpansionGuard(Stream content, Func<long> compressed, ReadLimits limits) : ReadOnlyStream
{
    /// <summary>Decompressed bytes passed on.</summary>
    public long Count { get; private set; }

    /// <exception cref="InvalidDataException">The content is larger, or expands more, than the limits allow.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        Count += read;
        if (Count > limits.MaxBytes)
        {
            throw new InvalidDataException(
                $"The file holds more than {limits.MaxBytes:N0} bytes when decompressed, which is the most that is read.");
        }

        if (Count > limits.RatioFrom && Count / limits.MaxRatio > compressed())
        {
            throw new InvalidDataException(
                $"The file expands more than {limits.MaxRatio:N0} to 1 ({compressed():N0} bytes became {Count:N0}), as no table does.");
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) content.Dispose();
        base.Dispose(disposing);
    }
}
