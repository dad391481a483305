using System.Buffers.Binary;
using System.Text;

namespace Neatx.Learning.Weights.Pickles;

/// <summary>The bytes of a pickle, counted.</summary>
/// <param name="stream">Read forwards only, a few bytes at a time: hand over a buffered one.</param>
/// <param name="limit">The most bytes that are read.</param>
internal sealed class PickleInput(Stream stream, long limit)
{
    private const int LongestName = 1000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _word = new byte[sizeof(ulong)];

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private set; }

    public byte ReadByte() => Word(1)[0];

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Word(4));

    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Word(2));

    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Word(8));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleBigEndian(Word(8));

    /// <exception cref="InvalidDataException">There are not so many bytes.</exception>
    public byte[] ReadBytes(uint count)
    {
        Count(count);
        var bytes = new byte[count];
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length) throw CutOff();
        return bytes;
    }

    /// <exception cref="InvalidDataException">It is no UTF-8.</exception>
    public string ReadText(uint bytes) => Decode(ReadBytes(bytes));

    /// <summary>A line of at most 1,000 bytes, without its end.</summary>
    public string ReadLine()
    {
        var line = new List<byte>();
        for (var next = ReadByte(); next != '\n'; next = ReadByte())
        {
            if (line.Count == LongestName) throw new InvalidDataException($"a name in the pickle before byte {Position:N0} is longer than {LongestName:N0} characters");
            line.Add(next);
        }

        return Decode([.. line]);
    }

    private string Decode(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException mistake)
        {
            throw new InvalidDataException($"a text in the pickle before byte {Position:N0} is no UTF-8", mistake);
        }
    }

    private ReadOnlySpan<byte> Word(int bytes)
    {
        Count((uint)bytes);
        var word = _word.AsSpan(0, bytes);
        return stream.ReadAtLeast(word, bytes, throwOnEndOfStream: false) < bytes ? throw CutOff() : word;
    }

    /// <summary>Before any memory is taken for them.</summary>
    private void Count(uint bytes)
    {
        if (bytes > limit - Position) throw new InvalidDataException($"the pickle asks for {bytes:N0} bytes at byte {Position:N0}; it may have {limit:N0} in all");
        Position += bytes;
    }

    private InvalidDataException CutOff() => new($"the file is cut off: its pickle ends before byte {Position:N0}. Download or save it again");
}
