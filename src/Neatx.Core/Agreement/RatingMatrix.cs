namespace Neatx.Core.Agreement;

/// <summary>
/// Items x raters: the category each rater gave each item, or nothing. One byte a cell, rater by rater. Immutable; built by
/// <see cref="RatingMatrixBuilder"/> or from columns.
/// </summary>
public sealed class RatingMatrix
{
    /// <summary>The most categories a cell can tell apart.</summary>
    public const int MaxCategories = 255;

    private readonly byte[][] _columns;

    internal RatingMatrix(IReadOnlyList<string> categories, IReadOnlyList<string> raters, byte[][] columns)
    {
        (Categories, Raters, _columns) = (categories, raters, columns);
        Items = columns[0].Length;
    }

    /// <summary>In their natural order.</summary>
    public IReadOnlyList<string> Categories { get; }

    public IReadOnlyList<string> Raters { get; }

    public int Items { get; }

    /// <summary>The index of the category that a rater gave an item, or null when missing.</summary>
    public int? this[int item, int rater] => _columns[rater][item] is var code && code == 0 ? null : code - 1;

    /// <summary>A matrix from whole columns, as tables hold them; they are copied.</summary>
    /// <param name="categories">1 to 255 names in their natural order; no duplicates.</param>
    /// <param name="raters">At least one name; no duplicates.</param>
    /// <param name="columns">A column for each rater, a code for each item: 0 for missing, 1 + the index of the category otherwise.</param>
    /// <exception cref="ArgumentException">Names are missing, too many or repeat, there is not a column for each rater, or the columns differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A category does not exist.</exception>
    public static RatingMatrix OfColumns(
        IReadOnlyList<string> categories, IReadOnlyList<string> raters, IReadOnlyList<ReadOnlyMemory<byte>> columns)
    {
        RatingMatrixBuilder.CheckNames(categories, raters);
        if (columns.Count != raters.Count)
            throw new ArgumentException($"Expected a column for each of {raters.Count} raters, got {columns.Count}.", nameof(columns));
        foreach (var column in columns)
        {
            if (column.Length != columns[0].Length)
                throw new ArgumentException($"Expected {columns[0].Length} items in every column, got {column.Length}.", nameof(columns));
            if (column.Span.IndexOfAnyExceptInRange((byte)0, (byte)categories.Count) is >= 0 and var item)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(columns), column.Span[item], $"A code is 0 for missing, or 1 to {categories.Count}; item {item} has another.");
            }
        }

        return new RatingMatrix([.. categories], [.. raters], [.. columns.Select(column => column.ToArray())]);
    }

    /// <summary>The codes of one rater, one per item: 0 missing, 1 + category otherwise.</summary>
    internal ReadOnlySpan<byte> Column(int rater) => _columns[rater];
}
