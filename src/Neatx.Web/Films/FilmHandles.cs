using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Neatx.Web.Films;

/// <summary>
/// Names of films that say nothing: image and occurrence, encrypted under a key of one person. The same image has another handle for everybody,
/// and for a rater who sees it again. What was not made here is known by its padding, 10 bytes that must be 0.
/// </summary>
internal sealed class FilmHandles(byte[] secret)
{
    private const int Block = 16;
    private const int Length = 22;

    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <param name="scope">Whose handle it is.</param>
    /// <param name="image">The number of the image.</param>
    /// <param name="occurrence">0 for the first time.</param>
    public string Of(string scope, int image, int occurrence)
    {
        Span<byte> plain = stackalloc byte[Block];
        plain.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(plain, image);
        BinaryPrimitives.WriteInt16LittleEndian(plain[4..], checked((short)occurrence));
        Span<byte> cipher = stackalloc byte[Block];
        using var aes = Aes.Create();
        aes.Key = KeyOf(scope);
        // A single block, which never repeats for a key.
        aes.EncryptEcb(plain, cipher, PaddingMode.None);
        return Base64Url.EncodeToString(cipher);
    }

    /// <summary>False for what was not made for this scope.</summary>
    public bool TryRead(string scope, string handle, out int image, out int occurrence)
    {
        (image, occurrence) = (0, 0);
        if (handle.Length != Length) return false;
        Span<byte> cipher = stackalloc byte[Block];
        if (Base64Url.DecodeFromChars(handle, cipher, out _, out var count) != System.Buffers.OperationStatus.Done || count != Block) return false;
        Span<byte> plain = stackalloc byte[Block];
        using var aes = Aes.Create();
        aes.Key = KeyOf(scope);
        aes.DecryptEcb(cipher, plain, PaddingMode.None);
        if (plain[6..].ContainsAnyExcept((byte)0)) return false;
        (image, occurrence) = (BinaryPrimitives.ReadInt32LittleEndian(plain), BinaryPrimitives.ReadInt16LittleEndian(plain[4..]));
        return image > 0 && occurrence >= 0;
    }

    /// <summary>A number that orders raters of an image differently for each image, so that "A" is not always the same person.</summary>
    public ulong BlindOrder(int image, string rater) => BinaryPrimitives.ReadUInt64LittleEndian(
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(FormattableString.Invariant($"blind {image} {rater}"))));

    private byte[] KeyOf(string scope) => _keys.GetOrAdd(scope, name => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"handle {name}"))[..Block]);
}
