using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Neatx.Imaging.Films;
using NetVips;

namespace Neatx.Imaging.Phantom;

/// <summary>Phantom films as files: gray PNG of 16 bits, masks of 8. Each film carries the key of what made it, so that it is known whether it must be made again.</summary>
public static class PhantomFiles
{
    private const string Keyword = "neatx-phantom";

    /// <summary>What follows the signature in every PNG that is whole: the last chunk.</summary>
    private static readonly byte[] End = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    /// <summary>The key of a film: changes with the scene, the size and the renderer's code.</summary>
    public static string KeyOf(PhantomScene scene, int size)
    {
        // The module's version id changes with the code.
        var text = FormattableString.Invariant(
            $"{scene.Seed}|{scene.PatientSeed}|{(int)scene.Findings}|{scene.Difficulty:R}|{scene.View}|{scene.Sex}|{scene.Age}|{size}|{typeof(PhantomFiles).Module.ModuleVersionId}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    /// <summary>Whether the file is a whole film with that key.</summary>
    public static bool Holds(string path, string key)
    {
        if (!File.Exists(path)) return false;
        using var file = File.OpenRead(path);
        if (file.Length < 64) return false;
        Span<byte> start = stackalloc byte[(int)Math.Min(file.Length, 4096)];
        file.ReadExactly(start);
        if (start.IndexOf(Encoding.ASCII.GetBytes($"{Keyword}\0{key}")) < 0) return false;
        Span<byte> end = stackalloc byte[End.Length];
        file.Seek(-End.Length, SeekOrigin.End);
        file.ReadExactly(end);
        return end.SequenceEqual(End);
    }

    /// <summary>Writes a film; the file appears whole or not at all.</summary>
    /// <exception cref="Core.NeatxException">libvips is missing on this system.</exception>
    public static void Write(PhantomFilm film, string path)
    {
        Libvips.Start();
        using var plain = Image.NewFromMemoryCopy(MemoryMarshal.AsBytes(film.Pixels).ToArray(), film.Size, film.Size, 1, Enums.BandFormat.Ushort);
        using var gray = plain.Copy(interpretation: Enums.Interpretation.Grey16);
        Save(path, Encode(gray), Text(KeyOf(film.Scene, film.Size)));
    }

    /// <summary>Writes a mask: 255 inside, 0 outside.</summary>
    /// <exception cref="InvalidOperationException">The film was rendered without masks.</exception>
    /// <exception cref="Core.NeatxException">libvips is missing on this system.</exception>
    public static void WriteMask(PhantomFilm film, PhantomRegion region, string path) => WriteGray(film.Mask(region), film.Size, film.Size, path);

    /// <summary>Writes gray pixels of 8 bits.</summary>
    internal static void WriteGray(ReadOnlySpan<byte> pixels, int width, int height, string path)
    {
        Libvips.Start();
        using var gray = Image.NewFromMemoryCopy(pixels.ToArray(), width, height, 1, Enums.BandFormat.Uchar);
        Save(path, Encode(gray), []);
    }

    private static byte[] Encode(Image image) => image.PngsaveBuffer(compression: 3, filter: Enums.ForeignPngFilter.Up, keep: Enums.ForeignKeep.None);

    /// <summary>A chunk with the key, uncompressed, so that it is found without decoding; libvips would compress it.</summary>
    private static byte[] Text(string key)
    {
        var content = Encoding.ASCII.GetBytes($"tEXt{Keyword}\0{key}");
        var chunk = new byte[content.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length - 4);
        content.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 4), Crc32.HashToUInt32(content));
        return chunk;
    }

    /// <summary>Renamed into place when whole. Not flushed to disk: a film that a power failure cut short is found by its missing end and made again.</summary>
    private static void Save(string path, byte[] png, byte[] chunk)
    {
        const int AfterHeader = 33;
        AtomicFile.Replace(path, temporary => File.WriteAllBytes(temporary, [.. png.AsSpan(0, AfterHeader), .. chunk, .. png.AsSpan(AfterHeader)]), flush: false);
    }
}
