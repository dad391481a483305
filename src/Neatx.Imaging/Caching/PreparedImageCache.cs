using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Neatx.Core.Training;
using Neatx.Imaging.Duplicates;

namespace Neatx.Imaging.Caching;

/// <summary>
/// Prepared images in a folder, each a file under the SHA-256 of its film's content, the options and the version of the code. Files appear
/// whole or not at all, by renaming; a file that was damaged later does not match its checksum and is made anew.
/// </summary>
internal sealed class PreparedImageCache
{
    private const int Hash = 24, HeaderBytes = 56;
    private static readonly byte[] Magic = [.. "NXI1"u8];
    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);

    private readonly string folder;
    private readonly string unfinished;
    private readonly PreprocessingOptions options;
    private readonly string settings;

    public PreparedImageCache(string folder, PreprocessingOptions options)
    {
        (this.folder, this.options) = (folder, options);
        unfinished = Path.Combine(folder, "unfinished");
        // Subtracting a mean comes later, when pixels become numbers: the prepared image is the same.
        settings = JsonSerializer.Serialize(options with { ImageNetNormalisation = false }, TrainingJson.Default.PreprocessingOptions);
        SweepUnfinished();
    }

    /// <summary>What was kept, or null when it is not there, damaged, or cannot be read.</summary>
    public PreparationResult? Find(string path, string contentSha256)
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

        return Decode(path, bytes);
    }

    /// <summary>Keeps an image; whoever keeps the same at the same time writes the same.</summary>
    /// <exception cref="NeatxException">It cannot be written, for instance because the disk is full.</exception>
    public void Keep(string contentSha256, PreparationResult prepared)
    {
        var path = PathOf(contentSha256);
        var temporary = Path.Combine(unfinished, $"{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(unfinished);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                // Not flushed to disk: after a loss of power, the checksum tells.
                File.WriteAllBytes(temporary, Encode(prepared));
                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NeatxException(
                $"A prepared image cannot be kept in {folder}: {exception.Message.TrimEnd('.')}. "
                + "Free some space or choose another folder, then start again: what is kept stays.",
                exception);
        }
    }

    /// <summary>What writers that were killed left behind; a writer at work is far from an hour old.</summary>
    private void SweepUnfinished()
    {
        try
        {
            foreach (var file in new DirectoryInfo(unfinished).EnumerateFiles("*.tmp"))
                if (DateTime.UtcNow - file.LastWriteTimeUtc > LongestWrite) file.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // There is none yet, or it is another's to sweep.
        }
    }

    private string PathOf(string contentSha256)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"prepared image {Preprocessor.Version}\n{settings}\n{contentSha256}")));
        return Path.Combine(folder, key[..2], $"{key}.nxi");
    }

    private static byte[] Encode(PreparationResult prepared)
    {
        var image = prepared.Image!;
        var packed = PixelCodec.Pack(image.Pixels.Span, image.Size);
        var bytes = new byte[HeaderBytes + packed.Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), image.Size);
        prepared.Hash!.Value.CopyTo(bytes.AsSpan(Hash));
        Checksum(image.Pixels.Span, bytes.AsSpan(Hash, HeaderBytes - Hash)).CopyTo(bytes.AsSpan(8));
        packed.CopyTo(bytes.AsSpan(HeaderBytes));
        return bytes;
    }

    private PreparationResult? Decode(string path, byte[] bytes)
    {
        if (bytes.Length < HeaderBytes || !bytes.AsSpan().StartsWith(Magic)) return null;
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)) != options.Size) return null;
        var pixels = GC.AllocateUninitializedArray<ushort>(options.Size * options.Size);
        if (!PixelCodec.TryUnpack(bytes.AsSpan(HeaderBytes), options.Size, pixels)) return null;
        var hash = bytes.AsSpan(Hash, HeaderBytes - Hash);
        return Checksum(pixels, hash).AsSpan().SequenceEqual(bytes.AsSpan(8, Hash - 8))
            ? PreparationResult.Of(path, new PreparedImage(options.Size, pixels), PerceptualHash.Of(hash))
            : null;
    }

    /// <summary>Of the pixels, so that it covers the packing too, and the hash.</summary>
    private static byte[] Checksum(ReadOnlySpan<ushort> pixels, ReadOnlySpan<byte> hash)
    {
        var sum = new XxHash128();
        sum.Append(MemoryMarshal.AsBytes(pixels));
        sum.Append(hash);
        return sum.GetCurrentHash();
    }
}
