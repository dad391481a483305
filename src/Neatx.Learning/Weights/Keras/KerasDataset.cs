using System.Reflection;
using System.Runtime.InteropServices;
using PureHDF;

namespace Neatx.Learning.Weights.Keras;

/// <summary>One dataset of floating-point numbers.</summary>
internal static class KerasDataset
{
    /// <summary>How much a compressed dataset may be larger than the file it is in.</summary>
    private const int MaxRatio = 1000;

    /// <exception cref="InvalidDataException">It is larger than memory or than the file can honestly hold, or lies outside of it.</exception>
    public static StoredTensor Read(string name, IH5Dataset dataset, long fileLength)
    {
        if (dataset.Layout.Class == H5DataLayoutClass.VirtualStorage || IsExternal(dataset)) throw new InvalidDataException($"{Wording.Quote(name)} lies in another file, which is not looked into");
        var type = dataset.Type.Size switch
        {
            2 => DataType.F16,
            4 => DataType.F32,
            8 => DataType.F64,
            var size => throw new InvalidDataException($"{Wording.Quote(name)} has numbers of {size} bytes"),
        };
        long[] shape = [.. dataset.Space.Dimensions.Select(size => size <= long.MaxValue ? (long)size : -1)];
        if (TensorShape.ElementsOf(shape) is not { } count) throw new InvalidDataException($"{Wording.Quote(name)} has a shape that no memory holds: {TensorShape.TextOf(shape)}");
        var bytes = StorageSize.Of((Int128)count * dataset.Type.Size, name);
        if (bytes / MaxRatio > fileLength) throw new InvalidDataException($"{Wording.Quote(name)} expands to {bytes:N0} bytes, which a file of {fileLength:N0} cannot honestly hold");
        var content = type switch
        {
            DataType.F16 => MemoryMarshal.AsBytes<Half>(dataset.Read<Half[]>()).ToArray(),
            DataType.F32 => MemoryMarshal.AsBytes<float>(dataset.Read<float[]>()).ToArray(),
            _ => MemoryMarshal.AsBytes<double>(dataset.Read<double[]>()).ToArray(),
        };
        return content.Length == bytes ? new StoredTensor(name, type, shape, content) : throw new InvalidDataException($"{Wording.Quote(name)} has {content.Length:N0} bytes where its shape says {bytes:N0}");
    }

    /// <summary>
    /// Raw data may lie in any file of this machine that a dataset names; the library would read it, and its public members do not tell. A library without the
    /// member that does is not trusted to read.
    /// </summary>
    private static bool IsExternal(IH5Dataset dataset) =>
        dataset.GetType().GetProperty("InternalExternalFileList", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is not { } list || list.GetValue(dataset) is not null;
}
