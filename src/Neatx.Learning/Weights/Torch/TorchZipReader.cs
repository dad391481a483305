using System.IO.Compression;
using System.IO.Hashing;
using Neatx.Learning.Weights.Pickles;

namespace Neatx.Learning.Weights.Torch;

/// <summary>
/// Reads what torch.save writes since PyTorch 1.6: a zip archive NAME/data.pkl, NAME/data/KEY. Entries are never extracted to files, so what they are called cannot
/// lead anywhere; they are not compressed, so what they hold is no larger than the archive.
/// </summary>
internal static class TorchZipReader
{
    private const string PickleName = "data.pkl";

    /// <exception cref="InvalidDataException">The file is not as it should be, or asks for more than data.</exception>
    public static WeightsContent Read(Stream file, ReadLimits limits)
    {
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException mistake)
        {
            throw new InvalidDataException("the file is cut off or damaged: the directory at its end is absent. Download or save it again", mistake);
        }

        using (archive) return Read(archive, limits);
    }

    private static WeightsContent Read(ZipArchive archive, ReadLimits limits)
    {
        var entries = EntriesOf(archive, limits);
        var pickles = entries.Keys.Where(name => name == PickleName || name.EndsWith($"/{PickleName}", StringComparison.Ordinal)).ToList();
        if (pickles.Count != 1) throw new InvalidDataException(WhatElse(entries.Keys));
        var root = pickles[0][..^PickleName.Length];
        if (entries.ContainsKey($"{root}constants.pkl"))
            throw new InvalidDataException("it is a TorchScript program. Save its tensors alone in Python: torch.save(torch.jit.load(FILE).state_dict(), \"weights.pth\")");
        if (entries.TryGetValue($"{root}byteorder", out var order) && !ReadEntry(order, 16).AsSpan().SequenceEqual("little"u8))
            throw new InvalidDataException("its numbers are big-endian. Save it again on a machine of today");
        var world = new TorchWorld();
        using var pickle = new MemoryStream(ReadEntry(entries[pickles[0]], limits.MaxPickle));
        var state = StateDictionary.Find(PickleMachine.Run(new PickleInput(pickle, limits.MaxPickle), world, limits), limits);
        var memory = new TorchMemory(storage => ReadStorage(entries, $"{root}data/{storage.Key}", storage), limits.MaxCopies);
        return new WeightsContent([.. state.Tensors.Select(pair => memory.Load(pair.Key, pair.Value))], new Dictionary<string, string>(StringComparer.Ordinal), state.Notes);
    }

    private static Dictionary<string, ZipArchiveEntry> EntriesOf(ZipArchive archive, ReadLimits limits)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            if (entries.Count == limits.MaxTensors) throw new InvalidDataException($"it holds more than {limits.MaxTensors:N0} files");
            if (!entries.TryAdd(entry.FullName, entry)) throw new InvalidDataException($"it holds {Wording.Quote(entry.FullName)} twice, so it is open which of the two is meant");
            total = entry.Length <= limits.MaxBytes - total ? total + entry.Length : throw new InvalidDataException($"it holds more than {limits.MaxBytes:N0} bytes, which are the most that is read");
        }

        return entries;
    }

    private static byte[] ReadStorage(Dictionary<string, ZipArchiveEntry> entries, string name, TorchStorage storage)
    {
        if (!entries.TryGetValue(name, out var entry)) throw new InvalidDataException($"it lacks {Wording.Quote(name)}, which its pickle names");
        var expected = (Int128)storage.Count * DataTypes.SizeOf(storage.Type);
        return entry.Length == expected
            ? ReadEntry(entry, Array.MaxLength)
            : throw new InvalidDataException($"{Wording.Quote(name)} has {entry.Length:N0} bytes; {storage.Count:N0} {DataTypes.NameOf(storage.Type)} take {expected:N0}");
    }

    private static byte[] ReadEntry(ZipArchiveEntry entry, int most)
    {
        var name = Wording.Quote(entry.FullName);
        if (entry.IsEncrypted) throw new InvalidDataException($"{name} in it is encrypted");
        if (entry.CompressedLength != entry.Length)
            throw new InvalidDataException($"{name} in it is compressed ({entry.CompressedLength:N0} bytes stand for {entry.Length:N0}), which torch.save never does. Save it again with torch.save");
        if (entry.Length > most) throw new InvalidDataException($"{name} in it has {entry.Length:N0} bytes; {most:N0} are the most that is read");
        var content = new byte[(int)entry.Length];
        using var stream = entry.Open();
        if (stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) < content.Length) throw new InvalidDataException($"the file is cut off within {name}. Download or save it again");
        return Crc32.HashToUInt32(content) == entry.Crc32 ? content : throw new InvalidDataException($"{name} in it is damaged: its CRC-32 is not the one stated. Download or save it again");
    }

    private static string WhatElse(IReadOnlyCollection<string> names) => names switch
    {
        _ when names.Contains("model.weights.h5", StringComparer.Ordinal) => "it is a Keras 3 archive. Save its weights in Python in the older layout: model.save(\"weights.h5\")",
        _ when names.Contains("[Content_Types].xml", StringComparer.Ordinal) => "it is an Office document",
        _ when names.Any(name => name.EndsWith(".npy", StringComparison.Ordinal)) => "it is an archive of NumPy arrays. Save them as safetensors",
        _ => $"it is a zip archive without a single {PickleName}, which torch.save writes. If the weights are in it, extract them and name that file",
    };
}
