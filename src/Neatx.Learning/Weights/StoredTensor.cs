using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Neatx.Learning.Weights;

/// <summary>A named tensor as a file holds it: little-endian elements, row-major, without gaps. Immutable.</summary>
public sealed class StoredTensor
{
    private readonly long[] _shape;

    /// <param name="name">For instance "features.conv0.weight"; not empty.</param>
    /// <param name="type">What the elements are.</param>
    /// <param name="shape">Sizes of the axes, each at least 0; none for a scalar. Copied.</param>
    /// <param name="content">Exactly the elements' bytes; not copied.</param>
    /// <exception cref="ArgumentException">The name is empty, the shape impossible, or the bytes are not as many as it says.</exception>
    public StoredTensor(string name, DataType type, IReadOnlyList<long> shape, ReadOnlyMemory<byte> content)
    {
        if (name.Length == 0) throw new ArgumentException("A tensor has a name.", nameof(name));
        var elements = TensorShape.ElementsOf(shape) ?? throw new ArgumentException($"There is no tensor of {TensorShape.TextOf(shape)}.", nameof(shape));
        if ((Int128)elements * DataTypes.SizeOf(type) != content.Length)
        {
            throw new ArgumentException(
                $"'{name}' of {TensorShape.TextOf(shape)} {DataTypes.NameOf(type)} needs {elements:N0} elements; {content.Length:N0} bytes were given.", nameof(content));
        }

        (Name, Type, _shape, Content, Count) = (name, type, [.. shape], content, (int)elements);
    }

    public string Name { get; }

    public DataType Type { get; }

    public IReadOnlyList<long> Shape => _shape;

    /// <summary>The elements' bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Elements.</summary>
    public int Count { get; }

    /// <summary>A tensor of single-precision values.</summary>
    public static StoredTensor Of(string name, IReadOnlyList<long> shape, ReadOnlySpan<float> values)
    {
        var bytes = new byte[checked(values.Length * sizeof(float))];
        if (BitConverter.IsLittleEndian) MemoryMarshal.AsBytes(values).CopyTo(bytes);
        else
            for (var index = 0; index < values.Length; index++)
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), values[index]);
        return new StoredTensor(name, DataType.F32, shape, bytes);
    }

    /// <summary>The same content under another name.</summary>
    public StoredTensor Named(string name) => name == Name ? this : new StoredTensor(name, Type, _shape, Content);

    /// <summary>The elements in single precision: exact from fp32, fp16, bf16 and small integers, rounded to nearest from fp64 and large ones.</summary>
    public float[] ToFloats()
    {
        var values = new float[Count];
        CopyTo(values);
        return values;
    }

    /// <summary>As <see cref="ToFloats"/>, into memory of the caller's.</summary>
    /// <exception cref="ArgumentException"><paramref name="values"/> has not <see cref="Count"/> places.</exception>
    public void CopyTo(Span<float> values)
    {
        if (values.Length != Count) throw new ArgumentException($"'{Name}' has {Count:N0} elements; there is room for {values.Length:N0}.", nameof(values));
        var bytes = Content.Span;
        if (Type == DataType.F32 && BitConverter.IsLittleEndian)
        {
            bytes.CopyTo(MemoryMarshal.AsBytes(values));
            return;
        }

        var size = DataTypes.SizeOf(Type);
        for (var index = 0; index < values.Length; index++) values[index] = Read(bytes.Slice(index * size, size));
    }

    public override string ToString() => $"{Name} {DataTypes.NameOf(Type)} {TensorShape.TextOf(_shape)}";

    private float Read(ReadOnlySpan<byte> element) => Type switch
    {
        DataType.F32 => BinaryPrimitives.ReadSingleLittleEndian(element),
        DataType.F16 => (float)BinaryPrimitives.ReadHalfLittleEndian(element),
        DataType.BF16 => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(element) << 16),
        DataType.F64 => (float)BinaryPrimitives.ReadDoubleLittleEndian(element),
        DataType.I64 => BinaryPrimitives.ReadInt64LittleEndian(element),
        DataType.I32 => BinaryPrimitives.ReadInt32LittleEndian(element),
        DataType.I16 => BinaryPrimitives.ReadInt16LittleEndian(element),
        DataType.I8 => (sbyte)element[0],
        _ => element[0],
    };
}
