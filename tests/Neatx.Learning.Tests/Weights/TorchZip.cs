using System.IO.Compression;

namespace Neatx.Learning.Tests.Weights;

/// <summary>Archives as torch.save writes them, with any content.</summary>
internal static class TorchZip
{
    public static byte[] Of(byte[] pickle, params ReadOnlySpan<(string Key, byte[] Content)> storages)
    {
        var entries = new List<(string, byte[], CompressionLevel)> { ("archive/data.pkl", pickle, CompressionLevel.NoCompression), ("archive/version", "3\n"u8.ToArray(), CompressionLevel.NoCompression) };
        foreach (var (key, content) in storages) entries.Add(($"archive/data/{key}", content, CompressionLevel.NoCompression));
        return Raw([.. entries]);
    }

    public static byte[] Raw(params ReadOnlySpan<(string Name, byte[] Content, CompressionLevel Level)> entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, level) in entries)
            {
                using var stream = archive.CreateEntry(name, level).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }
}
