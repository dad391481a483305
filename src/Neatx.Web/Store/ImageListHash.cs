using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Neatx.Web.Store;

/// <summary>SHA-256 over a list of images: dataset, name and patient of each, every text with its length before it.</summary>
internal sealed class ImageListHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _bytes = new byte[1024];

    public int Count { get; private set; }

    public void Add(StoredImage image)
    {
        Count++;
        Add(image.Dataset);
        Add(image.Name);
        Add(image.Patient);
    }

    /// <summary>The hash in lower-case hexadecimal; the next list begins.</summary>
    public string Finish()
    {
        Count = 0;
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Add(string text)
    {
        var room = sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (room > _bytes.Length) _bytes = new byte[room];
        var length = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes, length);
        _hash.AppendData(_bytes, 0, sizeof(int) + length);
    }
}
