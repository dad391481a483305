namespace Neatx.Learning.Weights.Torch;

/// <summary>Turns tensors over storages into tensors without gaps. Those that lie so already share the storage's memory; others are copied, within a limit.</summary>
/// <param name="read">Gives the bytes of a storage.</param>
/// <param name="limit">The most bytes of copies.</param>
internal sealed class TorchMemory(Func<TorchStorage, byte[]> read, long limit)
{
    private readonly Dictionary<string, byte[]> _read = new(StringComparer.Ordinal);
    private long _copied;

    /// <exception cref="InvalidDataException">The storage is absent or damaged, or the copies would take too much memory.</exception>
    public StoredTensor Load(string name, TorchTensor tensor)
    {
        if (!_read.TryGetValue(tensor.Storage.Key, out var bytes)) _read.Add(tensor.Storage.Key, bytes = read(tensor.Storage));
        var size = DataTypes.SizeOf(tensor.Storage.Type);
        var content = tensor.IsContiguous() || tensor.Count == 0
            ? bytes.AsMemory(tensor.Count == 0 ? 0 : (int)tensor.Offset * size, StorageSize.Of((Int128)tensor.Count * size, name))
            : Copy(name, tensor, bytes, size);
        return new StoredTensor(name, tensor.Storage.Type, tensor.Sizes, content);
    }

    private byte[] Copy(string name, TorchTensor tensor, byte[] bytes, int size)
    {
        var length = StorageSize.Of((Int128)tensor.Count * size, name);
        _copied += length;
        if (_copied > limit) throw new InvalidDataException($"its tensors that repeat or reorder elements take more than {limit:N0} bytes");
        var copy = new byte[length];
        var at = new long[tensor.Sizes.Count];
        var source = tensor.Offset;
        for (var target = 0; target < length; target += size)
        {
            bytes.AsSpan((int)(source * size), size).CopyTo(copy.AsSpan(target));
            for (var axis = at.Length - 1; axis >= 0; axis--)
            {
                source += tensor.Strides[axis];
                if (++at[axis] < tensor.Sizes[axis]) break;
                source -= at[axis] * tensor.Strides[axis];
                at[axis] = 0;
            }
        }

        return copy;
    }
}
