using System.Buffers.Binary;
using Neatx.Learning.Weights.Pickles;

namespace Neatx.Learning.Weights.Torch;

/// <summary>
/// Reads what torch.save wrote before PyTorch 1.6: four pickles in a row (a magic number, a version, facts of the machine, the objects), a fifth with the keys of the
/// storages in their order, and for each the number of its elements and its bytes.
/// </summary>
internal static class LegacyTorch
{
    private const long Version = 1001;

    /// <summary>How the pickle of the magic number goes on after its protocol.</summary>
    public static ReadOnlySpan<byte> Magic => [0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, (byte)'.'];

    /// <exception cref="InvalidDataException">The file is not as it should be, or asks for more than data.</exception>
    public static WeightsContent Read(Stream file, ReadLimits limits)
    {
        using var buffered = new BufferedStream(file, 1 << 16);
        var input = new PickleInput(buffered, limits.MaxPickle);
        var world = new TorchWorld();
        PickleMachine.Run(input, world, limits);
        if (PickleMachine.Run(input, world, limits) is not Version) throw new InvalidDataException($"it is of another version of the format than {Version}");
        if (PickleMachine.Run(input, world, limits) is PickleDictionary machine && machine.Items.Exists(item => item is { Key: "little_endian", Value: false }))
            throw new InvalidDataException("its numbers are big-endian. Save it again on a machine of today");
        var state = StateDictionary.Find(PickleMachine.Run(input, world, limits), limits);
        var keys = PickleMachine.Run(input, world, limits) is PickleList { Items: var list } && list.TrueForAll(key => key is string)
            ? list.ConvertAll(key => (string)key!)
            : throw new InvalidDataException("its list of storages is no list of names");
        var storages = ReadStorages(buffered, file.Length - input.Position, keys, world, limits);
        var memory = new TorchMemory(
            storage => storages.TryGetValue(storage.Key, out var bytes) ? bytes : throw new InvalidDataException($"it lacks the storage {Wording.Quote(storage.Key)}, which its pickle names"),
            limits.MaxCopies);
        return new WeightsContent([.. state.Tensors.Select(pair => memory.Load(pair.Key, pair.Value))], new Dictionary<string, string>(StringComparer.Ordinal), state.Notes);
    }

    private static Dictionary<string, byte[]> ReadStorages(Stream stream, long left, List<string> keys, TorchWorld world, ReadLimits limits)
    {
        if (left > limits.MaxBytes) throw new InvalidDataException($"it holds {left:N0} bytes of tensors; {limits.MaxBytes:N0} are the most that is read");
        var storages = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        Span<byte> word = stackalloc byte[sizeof(long)];
        foreach (var key in keys)
        {
            var storage = world.StorageOf(key) ?? throw new InvalidDataException($"it has a storage {Wording.Quote(key)} that its pickle does not name");
            if (left < word.Length) throw CutOff(key);
            stream.ReadExactly(word);
            left -= word.Length;
            if (BinaryPrimitives.ReadInt64LittleEndian(word) is var count && count != storage.Count)
                throw new InvalidDataException($"storage {Wording.Quote(key)} has {count:N0} elements; its pickle says {storage.Count:N0}");
            var length = (Int128)count * DataTypes.SizeOf(storage.Type);
            if (left < length) throw CutOff(key);
            var bytes = new byte[StorageSize.Of(length, key)];
            stream.ReadExactly(bytes);
            left -= bytes.Length;
            if (!storages.TryAdd(key, bytes)) throw new InvalidDataException($"it has the storage {Wording.Quote(key)} twice");
        }

        return storages;
    }

    private static InvalidDataException CutOff(string key) => new($"the file is cut off within its storage {Wording.Quote(key)}. Download or save it again");
}
