namespace Neatx.Core.Agreement;

/// <summary>
/// A square table of counts: row = category given by rater A, column = category given by rater B.
/// Categories are in their natural order (negative, uncertain, positive), so that ordinal weights mean something.
/// Immutable; counts are whole and not negative.
/// </summary>
public sealed class Crosstab
{
    private readonly long[] _counts;

    /// <param name="categories">At least one category name; no duplicates.</param>
    /// <param name="counts">Row-major counts, categories x categories.</param>
    /// <exception cref="ArgumentException">Names repeat, a count is negative, or the size does not match.</exception>
    public Crosstab(IReadOnlyList<string> categories, ReadOnlySpan<long> counts)
    {
        if (categories.Count == 0) throw new ArgumentException("A crosstab has at least one category.", nameof(categories));
        if (categories.Distinct(StringComparer.Ordinal).Count() != categories.Count) throw new ArgumentException("Category names repeat.", nameof(categories));
        if (counts.Length != categories.Count * categories.Count)
            throw new ArgumentException($"Expected {categories.Count * categories.Count} counts, got {counts.Length}.", nameof(counts));
        foreach (var count in counts)
        {
            if (count < 0) throw new ArgumentException($"A count is not negative, got {count}.", nameof(counts));
            Total += count;
        }

        Categories = [.. categories];
        _counts = counts.ToArray();
    }

    public IReadOnlyList<string> Categories { get; }

    /// <summary>The number of categories, K.</summary>
    public int Size => Categories.Count;

    /// <summary>The number of items rated by both, n.</summary>
    public long Total { get; }

    /// <summary>The counts, row-major, K x K.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Items that A put in category <paramref name="row"/> and B in <paramref name="column"/>.</summary>
    public long this[int row, int column] => _counts[(row * Size) + column];

    /// <summary>Counts the categories that A and B gave to the same items, by index, in the same order.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not that of a category.</exception>
    public static Crosstab Count(IReadOnlyList<string> categories, ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"Expected {a.Length} ratings of B, got {b.Length}.", nameof(b));
        var size = categories.Count;
        var counts = new long[size * size];
        for (var item = 0; item < a.Length; item++)
        {
            if ((uint)a[item] >= (uint)size || (uint)b[item] >= (uint)size)
                throw new ArgumentOutOfRangeException(nameof(a), $"Item {item} has categories {a[item]} and {b[item]}; they are 0 to {size - 1}.");
            counts[(a[item] * size) + b[item]]++;
        }

        return new Crosstab(categories, counts);
    }

    /// <summary>The same table with the raters exchanged.</summary>
    public Crosstab Transpose()
    {
        var transposed = new long[_counts.Length];
        for (var row = 0; row < Size; row++)
            for (var column = 0; column < Size; column++)
                transposed[(column * Size) + row] = this[row, column];
        return new Crosstab(Categories, transposed);
    }
}
