using System.Numerics;

namespace Neatx.Core.Agreement;

/// <summary>
/// The distinct rows of a rating matrix (who gave what) and how many items have each. Every statistic of agreement is a function of these
/// counts, and they are few: four raters and two categories leave 81 patterns, however many items. Immutable.
/// </summary>
public sealed class RatingPatterns
{
    /// <summary>Up to this many conceivable patterns they are counted in a table; beyond, by hashing.</summary>
    private const int LargestTable = 1 << 16;

    private readonly byte[] _rows;
    private readonly int[] _profiles;
    private readonly int[] _ratings;
    private readonly long[] _counts;

    private RatingPatterns(int size, int raters, byte[] rows, long[] counts, bool isCrosstab)
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

    /// <summary>The patterns of two raters without missing ratings: the cells of their crosstab, row-major, also those without items.</summary>
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

    /// <summary>The patterns of a matrix in one pass, in the order of their codes, so that the order of the items does not matter.</summary>
    public static RatingPatterns Of(RatingMatrix matrix) => Of(matrix, out _);

    /// <summary>The same, and the pattern of every item.</summary>
    public static RatingPatterns Of(RatingMatrix matrix, out int[] patternOfItem)
    {
        var raters = matrix.Raters.Count;
        patternOfItem = new int[matrix.Items];
        var firsts = BigInteger.Pow(matrix.Categories.Count + 1, raters) <= LargestTable
            ? Tabulated(matrix, patternOfItem)
            : Hashed(matrix, patternOfItem);

        var order = Enumerable.Range(0, firsts.Count).ToArray();
        order.AsSpan().Sort((left, right) => matrix.Row(firsts[left]).SequenceCompareTo(matrix.Row(firsts[right])));
        var rank = new int[order.Length];
        var rows = new byte[order.Length * raters];
        for (var pattern = 0; pattern < order.Length; pattern++)
        {
            rank[order[pattern]] = pattern;
            matrix.Row(firsts[order[pattern]]).CopyTo(rows.AsSpan(pattern * raters));
        }

        var counts = new long[order.Length];
        foreach (ref var pattern in patternOfItem.AsSpan())
        {
            pattern = rank[pattern];
            counts[pattern]++;
        }

        return new RatingPatterns(matrix.Categories.Count, raters, rows, counts, isCrosstab: false);
    }

    /// <summary>The codes of one pattern, one per rater: 0 missing, 1 + category otherwise.</summary>
    internal ReadOnlySpan<byte> Row(int pattern) => _rows.AsSpan(pattern * Raters, Raters);

    /// <summary>How many raters gave each category to an item of this pattern.</summary>
    internal ReadOnlySpan<int> Profile(int pattern) => _profiles.AsSpan(pattern * Size, Size);

    /// <summary>How many raters rated an item of this pattern.</summary>
    internal int Ratings(int pattern) => _ratings[pattern];

    /// <summary>Numbers the patterns in the order of appearance and returns an item of each.</summary>
    private static List<int> Tabulated(RatingMatrix matrix, int[] patternOfItem)
    {
        var radix = matrix.Categories.Count + 1;
        var numbers = new int[(int)Math.Pow(radix, matrix.Raters.Count)];
        var firsts = new List<int>();
        for (var item = 0; item < patternOfItem.Length; item++)
        {
            var index = 0;
            foreach (var code in matrix.Row(item)) index = (index * radix) + code;
            if (numbers[index] == 0)
            {
                firsts.Add(item);
                numbers[index] = firsts.Count;
            }

            patternOfItem[item] = numbers[index] - 1;
        }

        return firsts;
    }

    /// <inheritdoc cref="Tabulated"/>
    private static List<int> Hashed(RatingMatrix matrix, int[] patternOfItem)
    {
        var numbers = new Dictionary<int, int>(new RowComparer(matrix));
        var firsts = new List<int>();
        for (var item = 0; item < patternOfItem.Length; item++)
        {
            if (!numbers.TryGetValue(item, out var number))
            {
                number = firsts.Count;
                firsts.Add(item);
                numbers.Add(item, number);
            }

            patternOfItem[item] = number;
        }

        return firsts;
    }

    /// <summary>Items are equal when their rows are.</summary>
    private sealed class RowComparer(RatingMatrix matrix) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => matrix.Row(x).SequenceEqual(matrix.Row(y));

        public int GetHashCode(int obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(matrix.Row(obj));
            return hash.ToHashCode();
        }
    }
}
