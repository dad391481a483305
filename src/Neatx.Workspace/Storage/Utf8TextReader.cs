using System.Buffers;
using System.Text.Unicode;

namespace Neatx.Workspace.Storage;

/// <summary>
/// UTF-8 text, decoded strictly: bytes that are not UTF-8, NUL bytes and endless lines are refused with their place, as is a file that ends early.
/// A byte order mark is skipped.
/// </summary>
public sealed class Utf8TextReader(Stream stream, string name, ReadLimits limits) : TextReader
{
    private readonly byte[] bytes = new byte[1 << 16];
    private int start;
    private int end;
    private bool ended;
    private char? half;
    private long offset;
    private long lineFeeds;
    private long carriageReturns;
    private long lineLength;

    /// <summary>The line of the next byte, from 1. Lines end in \n, or in \r where a file has no \n.</summary>
    private long Line => 1 + (lineFeeds > 0 ? lineFeeds : carriageReturns);

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty) return 0;
        if (half is { } low)
        {
            buffer[0] = low;
            half = null;
            return 1;
        }

        while (true)
        {
            if (start < end || ended)
            {
                var status = Utf8.ToUtf16(bytes.AsSpan(start, end - start), buffer, out var read, out var written,
                    replaceInvalidSequences: false, isFinalBlock: ended);
                Pass(read);
                if (written > 0) return written;
                if (status == OperationStatus.InvalidData) throw NotUtf8();
                if (status == OperationStatus.DestinationTooSmall) return ReadPair(buffer);
                if (ended) return 0;
            }

            Fill();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) stream.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        bytes.AsSpan(start, end - start).CopyTo(bytes);
        (start, end) = (0, end - start);
        int read;
        try
        {
            read = stream.Read(bytes.AsSpan(end));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            throw new NeatxException($"{name}: {exception.Message} The last whole line is {Line - 1:N0}. Download the file again.", exception);
        }

        ended = read == 0;
        var added = bytes.AsSpan(end, read);
        end += read;
        if (offset == 0 && start == 0 && bytes.AsSpan(0, end) is [0xef, 0xbb, 0xbf, ..]) (start, offset) = (3, 3);
        if (added.Contains((byte)0)) throw Nul(added.IndexOf((byte)0) + end - read);
        CheckLine(added);
    }

    private void CheckLine(ReadOnlySpan<byte> added)
    {
        var first = added.IndexOfAny((byte)'\n', (byte)'\r');
        lineLength += first < 0 ? added.Length : first;
        if (lineLength > limits.MaxLine)
        {
            Pass(end - start - (first < 0 ? 0 : added.Length - first));
            throw new NeatxException($"{name}:{Line}: this line is longer than {limits.MaxLine:N0} bytes, which no row of a table is. "
                + "Check that the file is a CSV with one row a line.");
        }

        if (first >= 0) lineLength = added.Length - 1 - added.LastIndexOfAny((byte)'\n', (byte)'\r');
    }

    private int ReadPair(Span<char> buffer)
    {
        // One place is left for a character that needs two.
        Span<char> pair = stackalloc char[2];
        Utf8.ToUtf16(bytes.AsSpan(start, end - start), pair, out var read, out _, replaceInvalidSequences: false, isFinalBlock: ended);
        Pass(read);
        buffer[0] = pair[0];
        half = pair[1];
        return 1;
    }

    private void Pass(int count)
    {
        var passed = bytes.AsSpan(start, count);
        lineFeeds += passed.Count((byte)'\n');
        carriageReturns += passed.Count((byte)'\r');
        start += count;
        offset += count;
    }

    private NeatxException Nul(int index)
    {
        Pass(index - start);
        return new NeatxException($"{name}:{Line}: a NUL byte at offset {offset:N0}; text was expected. "
            + "If the file is UTF-16, convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW. Else it is damaged: download it again.");
    }

    private NeatxException NotUtf8() => new($"{name}:{Line}: the byte 0x{bytes[start]:X2} at offset {offset:N0} is not UTF-8. "
        + "If the file was saved by an older program, convert it: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW");
}
