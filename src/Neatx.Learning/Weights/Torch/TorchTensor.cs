namespace Neatx.Learning.Weights.Torch;

/// <summary>A tensor that a pickle describes: sizes and strides over a storage. Every element lies within the storage.</summary>
internal sealed class TorchTensor
{
    private TorchTensor(TorchStorage storage, long offset, long[] sizes, long[] strides, long count) =>
        (Storage, Offset, Sizes, Strides, Count) = (storage, offset, sizes, strides, count);

    public TorchStorage Storage { get; }

    /// <summary>The storage's element that the first element is.</summary>
    public long Offset { get; }

    public IReadOnlyList<long> Sizes { get; }

    /// <summary>Elements of the storage between neighbours along each axis, from 0.</summary>
    public IReadOnlyList<long> Strides { get; }

    /// <summary>Elements.</summary>
    public long Count { get; }

    /// <summary>The elements lie in the storage one after another, in order.</summary>
    public bool IsContiguous()
    {
        long expected = 1;
        for (var axis = Sizes.Count - 1; axis >= 0; axis--)
        {
            if (Sizes[axis] != 1 && Strides[axis] != expected) return false;
            expected *= Sizes[axis];
        }

        return true;
    }

    /// <summary>A tensor, or why there is none.</summary>
    public static TorchTensor? Make(TorchStorage storage, long offset, long[] sizes, long[] strides, out string problem)
    {
        problem = Problem(storage, offset, sizes, strides);
        return problem.Length > 0 ? null : new TorchTensor(storage, storage.Start + offset, sizes, strides, TensorShape.ElementsOf(sizes)!.Value);
    }

    private static string Problem(TorchStorage storage, long offset, long[] sizes, long[] strides)
    {
        if (sizes.Length != strides.Length) return $"which makes a tensor of {sizes.Length} sizes and {strides.Length} strides";
        if (TensorShape.ElementsOf(sizes) is not { } count) return $"which makes a tensor of {TensorShape.TextOf(sizes)}, which no memory holds";
        if (offset < 0 || strides.Any(stride => stride < 0)) return "which makes a tensor with a negative offset or stride";
        if (count == 0) return "";
        Int128 last = offset;
        for (var axis = 0; axis < sizes.Length; axis++) last += (Int128)(sizes[axis] - 1) * strides[axis];
        return last < storage.Visible ? "" : $"which makes a tensor that reaches to element {last:N0} of a storage of {storage.Visible:N0}";
    }
}
