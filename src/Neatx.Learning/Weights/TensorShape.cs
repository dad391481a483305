using System.Globalization;

namespace Neatx.Learning.Weights;

/// <summary>Shapes of stored tensors: sizes of the axes, the last running fastest. A scalar has none.</summary>
public static class TensorShape
{
    /// <summary>The most axes that a tensor may have; no network here has more than 5.</summary>
    public const int MaxRank = 16;

    /// <summary>The number of elements, or null where a size is negative, there are too many axes or the product is beyond 63 bits.</summary>
    public static long? ElementsOf(IReadOnlyList<long> shape)
    {
        if (shape.Count > MaxRank) return null;
        UInt128 product = 1;
        var isEmpty = false;
        foreach (var size in shape)
        {
            if (size < 0) return null;
            isEmpty |= size == 0;
            // An empty axis must not hide sizes that no memory holds.
            product *= (UInt128)Math.Max(size, 1);
            if (product > long.MaxValue) return null;
        }

        return isEmpty ? 0 : (long)product;
    }

    /// <summary>"64 x 3 x 7 x 7", or "scalar".</summary>
    public static string TextOf(IReadOnlyList<long> shape) =>
        shape.Count == 0 ? "scalar" : string.Join(" x ", shape.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)));
}
