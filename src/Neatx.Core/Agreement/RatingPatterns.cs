namespace Neatx.Core.Agreement;

/// <summary>
/// The distinct rows of a rating matrix (who gave what) and how many items have each. Every statistic of agreement is a function of these
/// counts, and they are few: four raters and two categories leave 81 patterns, however many items. Immutable.
/// </summary>
public sealed class RatingPatterns
{
    private readonly byte[] _rows;
    private readonly int[] _profiles;
    private readonly int[] _ratings;
    private readonly long[] _counts;

    private RatingPatterns(int size, int raters, byte[] rows, long[] counts, bool isCrosstab = false)
    {
        (Size, Raters, _rows, _counts, IsCrosstab) = (size, raters, rows, counts, isCrosstab);
        _profiles = new int[counts.Length * size];
        _ratings = new int[counts.Length];
        for (var pattern = 0; pattern < counts.Length; pattern++)
        {
            foreach (var code in Row(pattern))
            {
                if (code == 0) continue;
                _profiles[(pattern * size) + code - 1]++;
                _ratings[pattern]++;
            }
        }
    }

    /// <summary>The number of categories, K.</summary>
    public int Size { get; }

    /// <summary>The number of raters.</summary>
    public int Raters { get; }

    /// <summary>The number of patterns.</summary>
    public int Distinct => _counts.Length;

    /// <summary>Items per pattern.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>True when the patterns are the cells of a crosstab: two raters, nothing missing, row-major.</summary>
    internal bool IsCrosstab { get; }

    /// <summary>
    /// The patterns of two raters without missing ratings: the cells of their crosstab, row-major, also those without items.
    /// </summary>
    /// <exception cref="ArgumentException">The table has more than 255 categories.</exception>
    public static RatingPatterns Of(Crosstab table)
    {
        if (table.Size > RatingMatrix.MaxCategories)
            throw new ArgumentException($"Agreement takes at most {RatingMatrix.MaxCategories} categories, got {table.Size}.", nameof(table));
        var rows = new byte[2 * table.Size * table.Size];
        for (var cell = 0; cell < table.Size * table.Size; cell++)
        {
            rows[2 * cell] = (byte)((cell / table.Size) + 1);
            rows[(2 * cell) + 1] = (byte)((cell % table.Size) + 1);
        }

        return new RatingPatterns(table.Size, 2, rows, table.Counts.ToArray(), isCrosstab: true);
    }

    /// <summary>
    /// The patterns of a matrix in one pass, in the order of their codes, so that the order of the items does not matter.
    /// </summary>
    public static RatingPatterns Of(RatingMatrix matrix) => Of(matrix, []);

    /// <summary>The same, and the pattern of every item.</summary>
    public static RatingPatterns Of(RatingMatrix matrix, out int[] patternOfItem)
    {
        patternOfItem = new int[matrix.Items];
        return Of(matrix, patternOfItem.AsSpan());
    }

    /// <summary>The codes of one pattern, one per rater: 0 missing, 1 + category otherwise.</summary>
    internal ReadOnlySpan<byte> Row(int pattern) => _rows.AsSpan(pattern * Raters, Raters);

    /// <summary>How many raters gave each category to an item of this pattern.</summary>
    internal ReadOnlySpan<int> Profile(int pattern) => _profiles.AsSpan(pattern * Size, Size);

    /// <summary>How many raters rated an item of this pattern.</summary>
    internal int Ratings(int pattern) => _ratings[pattern];

    private static RatingPatterns Of(RatingMatrix matrix, Span<int> patternOfItem)
    {
        var (rows, counts) = PatternTable.TryOf(matrix) is { } table ? table.Count(matrix, patternOfItem) : PatternHash.Count(matrix, patternOfItem);
        return new RatingPatterns(matrix.Categories.Count, matrix.Raters.Count, rows, counts);
    }
}
