using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Neatx.Core.Campaign;

/// <summary>32 bytes of SHA-256. <c>default</c> is <see cref="Zero"/>.</summary>
public readonly record struct EventHash
{
    private readonly Words _words;

    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public EventHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != SHA256.HashSizeInBytes) throw new ArgumentException($"A SHA-256 has 32 bytes, got {bytes.Length}.", nameof(bytes));
        for (var word = 0; word < 4; word++) _words[word] = BitConverter.ToUInt64(bytes[(8 * word)..]);
    }

    /// <summary>All bytes zero: what the first event follows.</summary>
    public static EventHash Zero => default;

    /// <summary>Reads 64 hexadecimal digits; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EventHash hash)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        var isHash = text is { Length: 64 } && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        hash = isHash ? new EventHash(bytes) : default;
        return isHash;
    }

    public byte[] ToArray()
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        for (var word = 0; word < 4; word++) BitConverter.TryWriteBytes(bytes.AsSpan(8 * word), _words[word]);
        return bytes;
    }

    public bool Equals(EventHash other) =>
        _words[0] == other._words[0] && _words[1] == other._words[1] && _words[2] == other._words[2] && _words[3] == other._words[3];

    public override int GetHashCode() => _words[0].GetHashCode();

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    [InlineArray(4)]
    private struct Words
    {
        private ulong _first;
    }
}
