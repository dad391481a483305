using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Neatx.Core.Training;

namespace Neatx.Imaging;

/// <summary>
/// Prepared images in a folder, each a file under the SHA-256 of its film's content, the options and the version of the code. Files appear
/// whole or not at all, by renaming; a file that was damaged later does not match its checksum and is made anew.
/// </summary>
internal sealed class PreparedImageCache(string folder, PreprocessingOptions options)
{
    private const int HeaderBytes = 24;
    private readonly string settings = Settings(options);

    /// <summary>The image, or null when it is not there, damaged, or cannot be read.</summary>
    public PreparedImage? Find(string contentSha256)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(PathOf(contentSha256));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return Decode(bytes);
    }

    /// <summary>Keeps an image; whoever keeps the same at the same time writes the same.</summary>
    /// <exception cref="NeatxException">It cannot be written, for instance because the disk is full.</exception>
    public void Keep(string contentSha256, PreparedImage image)
    {
        var path = PathOf(contentSha256);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                // Not flushed to disk: after a loss of power, the checksum tells.
                File.WriteAllBytes(temporary, Encode(image));
                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NeatxException($"A prepared image cannot be kept in {folder}: {exception.Message.TrimEnd('.')}. Free some space or choose another folder, then start again: "
                + "what is kept stays.", exception);
        }
    }

    private static string Settings(PreprocessingOptions options) =>
        // Subtracting a mean comes later, when pixels become numbers: the prepared image is the same.
        JsonSerializer.Serialize(options with { ImageNetNormalisation = false }, TrainingJson.Default.PreprocessingOptions);

    private string PathOf(string contentSha256)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"prepared image {Preprocessor.Version}\n{settings}\n{contentSha256}")));
        return Path.Combine(folder, key[..2], $"{key}.nxi");
    }

    private static byte[] Encode(PreparedImage image)
    {
        var pixels = MemoryMarshal.AsBytes(image.Pixels.Span);
        var bytes = new byte[HeaderBytes + pixels.Length];
        "NXI1"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), image.Size);
        pixels.CopyTo(bytes.AsSpan(HeaderBytes));
        XxHash128.Hash(pixels).CopyTo(bytes.AsSpan(8));
        return bytes;
    }

    private PreparedImage? Decode(byte[] bytes)
    {
        if (bytes.Length < HeaderBytes || !bytes.AsSpan().StartsWith("NXI1"u8)) return null;
        var size = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
        var body = bytes.AsSpan(HeaderBytes);
        if (size != options.Size || body.Length != 2L * size * size) return null;
        if (!XxHash128.Hash(body).AsSpan().SequenceEqual(bytes.AsSpan(8, 16))) return null;
        return new PreparedImage(size, MemoryMarshal.Cast<byte, ushort>(body).ToArray());
    }
}
