namespace Neatx.Core.Agreement;

/// <summary>
/// Items x raters: the category each rater gave each item, or nothing. One byte a cell. Immutable; built by
/// <see cref="RatingMatrixBuilder"/>.
/// </summary>
public sealed class RatingMatrix
{
    /// <summary>The most categories a cell can tell apart.</summary>
    public const int MaxCategories = 255;

    private readonly byte[] _cells;

    internal RatingMatrix(IReadOnlyList<string> categories, IReadOnlyList<string> raters, byte[] cells)
    {
        (Categories, Raters, _cells) = (categories, raters, cells);
        Items = cells.Length / raters.Count;
    }

    /// <summary>In their natural order.</summary>
    public IReadOnlyList<string> Categories { get; }

    public IReadOnlyList<string> Raters { get; }

    public int Items { get; }

    /// <summary>The index of the category that a rater gave an item, or null when missing.</summary>
    public int? this[int item, int rater] => Row(item)[rater] is var code && code == 0 ? null : code - 1;

    /// <summary>The codes of one item, one per rater: 0 missing, 1 + category otherwise.</summary>
    internal ReadOnlySpan<byte> Row(int item) => _cells.AsSpan(item * Raters.Count, Raters.Count);
}
