namespace Neatx.Learning.Weights.Keras;

/// <summary>Keras keeps inputs before outputs and channels last; PyTorch the other way round.</summary>
internal static class KerasLayout
{
    /// <summary>The tensor in PyTorch's order of axes: a convolution's H, W, I, O becomes O, I, H, W; a dense layer's I, O becomes O, I; a vector stays.</summary>
    public static StoredTensor ToTorch(StoredTensor tensor, KerasPart part) => (part, tensor.Shape.Count) switch
    {
        (KerasPart.Kernel, 4) => Permute(tensor, [3, 2, 0, 1]),
        (KerasPart.Kernel, 2) => Permute(tensor, [1, 0]),
        (KerasPart.DepthwiseKernel, 4) => Merge(Permute(tensor, [2, 3, 0, 1])),
        _ => tensor,
    };

    /// <summary>H, W, I, M as I, M, H, W: each input has M filters of its own, which PyTorch counts as I * M outputs of one input each.</summary>
    private static StoredTensor Merge(StoredTensor tensor) =>
        new(tensor.Name, tensor.Type, [tensor.Shape[0] * tensor.Shape[1], 1, tensor.Shape[2], tensor.Shape[3]], tensor.Content);

    /// <param name="axes">For each axis of the result the axis of the tensor that it is.</param>
    private static StoredTensor Permute(StoredTensor tensor, int[] axes)
    {
        var size = DataTypes.SizeOf(tensor.Type);
        var strides = new int[axes.Length];
        for (int axis = axes.Length - 1, stride = size; axis >= 0; stride *= (int)tensor.Shape[axis--]) strides[axis] = stride;
        long[] shape = [.. axes.Select(axis => tensor.Shape[axis])];
        var source = tensor.Content.Span;
        var target = new byte[tensor.Content.Length];
        var at = new long[axes.Length];
        var from = 0;
        for (var to = 0; to < target.Length; to += size)
        {
            source.Slice(from, size).CopyTo(target.AsSpan(to));
            for (var axis = axes.Length - 1; axis >= 0; axis--)
            {
                from += strides[axes[axis]];
                if (++at[axis] < shape[axis]) break;
                from -= (int)at[axis] * strides[axes[axis]];
                at[axis] = 0;
            }
        }

        return new StoredTensor(tensor.Name, tensor.Type, shape, target);
    }
}
