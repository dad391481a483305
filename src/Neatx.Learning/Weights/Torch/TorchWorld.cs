using Neatx.Learning.Weights.Pickles;

namespace Neatx.Learning.Weights.Torch;

/// <summary>What a state dictionary of PyTorch is made of, and nothing else.</summary>
internal sealed class TorchWorld : IPickleWorld
{
    private static readonly Dictionary<(string Module, string Name), object> Known = new()
    {
        [("collections", "OrderedDict")] = TorchName.OrderedDict,
        [("torch._utils", "_rebuild_tensor")] = TorchName.RebuildTensor,
        [("torch._utils", "_rebuild_tensor_v2")] = TorchName.RebuildTensorV2,
        [("torch._utils", "_rebuild_parameter")] = TorchName.RebuildParameter,
        [("torch", "FloatStorage")] = DataType.F32,
        [("torch", "HalfStorage")] = DataType.F16,
        [("torch", "BFloat16Storage")] = DataType.BF16,
        [("torch", "DoubleStorage")] = DataType.F64,
        [("torch", "LongStorage")] = DataType.I64,
        [("torch", "IntStorage")] = DataType.I32,
        [("torch", "ShortStorage")] = DataType.I16,
        [("torch", "CharStorage")] = DataType.I8,
        [("torch", "ByteStorage")] = DataType.U8,
        [("torch", "BoolStorage")] = DataType.Bool,
    };

    private readonly Dictionary<string, TorchStorage> _storages = new(StringComparer.Ordinal);

    /// <summary>The storage of a key that the pickle has named, or null.</summary>
    public TorchStorage? StorageOf(string key) => _storages.GetValueOrDefault(key);

    public object Find(string module, string name) =>
        Known.TryGetValue((module, name), out var found) ? found : throw new PickleRefusalException($"which asks for {Wording.Quote($"{module}.{name}")}");

    public object? Call(object? callable, PickleTuple arguments)
    {
        var given = arguments.Items;
        return callable switch
        {
            TorchName.OrderedDict => OrderedDict(given),
            TorchName.RebuildTensor when given.Count == 4 => Tensor(given),
            TorchName.RebuildTensorV2 when given.Count is 6 or 7 => Tensor(given),
            TorchName.RebuildParameter when given is [TorchTensor tensor, _, _] => tensor,
            TorchName => throw new PickleRefusalException($"which calls {callable} with {given.Count} arguments that it does not take"),
            _ => throw new PickleRefusalException("which calls what is no function"),
        };
    }

    /// <summary>('storage', type, key, device, elements), in files of before 1.6 followed by None or (view's key, offset, elements).</summary>
    public object Load(object? persistentId)
    {
        if (persistentId is not PickleTuple { Items: ["storage", DataType type, string key, string or null, long count, ..] items } || items.Count > 6 || count < 0)
            throw new PickleRefusalException("which refers to other than a storage of numbers");
        var view = items.Count == 6 ? items[5] : null;
        var (start, visible) = (0L, count);
        if (view is PickleTuple { Items: [string, long from, long length] }) (start, visible) = (from, length);
        else if (view is not null) throw new PickleRefusalException("which views a storage in an unknown way");
        if (start < 0 || visible < 0 || start > count - visible) throw new PickleRefusalException($"which views elements {start:N0} to {start:N0} + {visible:N0} of a storage of {count:N0}");
        var storage = new TorchStorage(key, type, count, start, visible);
        if (_storages.TryGetValue(key, out var before) && (before.Type, before.Count) != (type, count))
            throw new PickleRefusalException($"which takes storage {Wording.Quote(key)} once for {before.Count:N0} {DataTypes.NameOf(before.Type)} and once for {count:N0} {DataTypes.NameOf(type)}");
        _storages[key] = storage;
        return storage;
    }

    /// <summary>Empty, or as Python 2 wrote it: from a list of pairs.</summary>
    private static PickleDictionary OrderedDict(IReadOnlyList<object?> arguments)
    {
        var made = new PickleDictionary(isOrdered: true);
        if (arguments.Count == 0) return made;
        if (arguments is not [PickleList { Items: var pairs }]) throw new PickleRefusalException("which makes an OrderedDict of other than a list");
        foreach (var pair in pairs)
        {
            made.Items.Add(pair switch
            {
                PickleList { Items: [var key, var value] } => new(key, value),
                PickleTuple { Items: [var key, var value] } => new(key, value),
                _ => throw new PickleRefusalException("which makes an OrderedDict of other than pairs"),
            });
        }

        return made;
    }

    private static TorchTensor Tensor(IReadOnlyList<object?> arguments)
    {
        if (arguments is not [TorchStorage storage, long offset, PickleTuple sizes, PickleTuple strides, ..])
            throw new PickleRefusalException("which makes a tensor of other than a storage, an offset, sizes and strides");
        return TorchTensor.Make(storage, offset, Numbers(sizes), Numbers(strides), out var problem) ?? throw new PickleRefusalException(problem);
    }

    private static long[] Numbers(PickleTuple tuple) => [.. tuple.Items.Select(item => item as long? ?? throw new PickleRefusalException("which makes a tensor with sizes that are no whole numbers"))];
}
