namespace Neatx.Learning.Weights;

/// <summary>A tensor that is to be written and whose bytes are asked for only when their turn comes.</summary>
/// <param name="Name">Not empty.</param>
/// <param name="Type">What the elements are.</param>
/// <param name="Shape">Sizes of the axes.</param>
/// <param name="Read">Gives the elements' bytes: little-endian, row-major, without gaps. Called once.</param>
public sealed record PlannedTensor(string Name, DataType Type, IReadOnlyList<long> Shape, Func<ReadOnlyMemory<byte>> Read)
{
    /// <summary>A tensor that is there already.</summary>
    public static PlannedTensor Of(StoredTensor tensor) => new(tensor.Name, tensor.Type, tensor.Shape, () => tensor.Content);

    /// <summary>Bytes of its elements.</summary>
    /// <exception cref="InvalidOperationException">There is no such shape.</exception>
    internal long Length() =>
        TensorShape.ElementsOf(Shape) is { } elements && (Int128)elements * DataTypes.SizeOf(Type) is var bytes && bytes <= long.MaxValue
            ? (long)bytes
            : throw new InvalidOperationException($"There is no tensor of {TensorShape.TextOf(Shape)}.");
}
