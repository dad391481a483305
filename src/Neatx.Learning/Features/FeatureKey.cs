using System.Runtime.InteropServices;

namespace Neatx.Learning.Features;

/// <summary>What identifies an image: the SHA-256 of its file's content. Two files with the same bytes have the same features.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct FeatureKey
{
    /// <summary>How many bytes a key has.</summary>
    public const int Bytes = 32;

    private readonly UInt128 _first;
    private readonly UInt128 _second;

    /// <param name="hash">The 32 bytes of the SHA-256.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public FeatureKey(ReadOnlySpan<byte> hash)
    {
        if (hash.Length != Bytes) throw new ArgumentException($"A key has {Bytes} bytes, not {hash.Length}.", nameof(hash));
        (_first, _second) = (MemoryMarshal.Read<UInt128>(hash), MemoryMarshal.Read<UInt128>(hash[16..]));
    }

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">They are not.</exception>
    public static FeatureKey Of(string sha256) => new(Convert.FromHexString(sha256));

    /// <exception cref="ArgumentException">The target is shorter than <see cref="Bytes"/>.</exception>
    public void CopyTo(Span<byte> target)
    {
        MemoryMarshal.Write(target, _first);
        MemoryMarshal.Write(target[16..], _second);
    }
}
