using Neatx.Imaging;

namespace Neatx.Learning.Training.Data;

/// <summary>Prepared images themselves: nothing is frozen, or everything is computed anew.</summary>
/// <param name="size">Width and height.</param>
/// <param name="image">The image of a row.</param>
internal sealed class PixelRows(int size, Func<int, PreparedImage> image) : IRows
{
    public IReadOnlyList<long> Shape { get; } = [1, size, size];

    public void CopyTo(ReadOnlySpan<int> rows, Memory<float> values)
    {
        for (var index = 0; index < rows.Length; index++) image(rows[index]).CopyTo(values.Span[(index * size * size)..]);
    }
}
