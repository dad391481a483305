namespace Neatx.Core.Agreement;

/// <summary>Collects ratings in any order, one at a time or an item at a time. Not thread-safe.</summary>
public sealed class RatingMatrixBuilder
{
    private readonly string[] _categories;
    private readonly string[] _raters;
    private readonly byte[][] _columns;
    private int _items;

    /// <param name="categories">1 to 255 names in their natural order; no duplicates.</param>
    /// <param name="raters">At least one name; no duplicates.</param>
    /// <param name="capacity">The number of items expected; more may come.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, or names repeat.</exception>
    public RatingMatrixBuilder(IReadOnlyList<string> categories, IReadOnlyList<string> raters, int capacity = 0)
    {
        CheckNames(categories, raters);
        (_categories, _raters) = ([.. categories], [.. raters]);
        _columns = [.. raters.Select(_ => new byte[Math.Max(1, capacity)])];
    }

    /// <summary>Adds one rating.</summary>
    /// <param name="item">0, 1, 2, … in any order; items in between that get no rating count as unrated.</param>
    /// <param name="rater">The index of the rater.</param>
    /// <param name="category">The index of the category.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index does not exist.</exception>
    /// <exception cref="InvalidOperationException">This rater has already rated this item.</exception>
    public void Add(int item, int rater, int category)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(item);
        ThrowIfOutside(rater, _raters.Length, nameof(rater));
        ThrowIfOutside(category, _categories.Length, nameof(category));
        if (item >= _items) Grow(item + 1);
        ref var cell = ref _columns[rater][item];
        if (cell != 0) throw new InvalidOperationException($"Rater '{_raters[rater]}' rated item {item} twice; an item has one rating per rater.");
        cell = (byte)(category + 1);
    }

    /// <summary>Adds an item with one entry per rater: the index of the category, or null when missing.</summary>
    /// <exception cref="ArgumentException">The entries are not as many as the raters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A category does not exist.</exception>
    public void AddItem(ReadOnlySpan<int?> categories)
    {
        if (categories.Length != _raters.Length)
            throw new ArgumentException($"Expected {_raters.Length} ratings, got {categories.Length}.", nameof(categories));
        var item = _items;
        Grow(item + 1);
        for (var rater = 0; rater < categories.Length; rater++)
            if (categories[rater] is { } category)
                Add(item, rater, category);
    }

    /// <summary>The matrix of what was added so far.</summary>
    public RatingMatrix ToMatrix() => new(_categories, _raters, [.. _columns.Select(column => column[.._items])]);

    /// <exception cref="ArgumentException">A list is empty or too long, or names repeat.</exception>
    internal static void CheckNames(IReadOnlyList<string> categories, IReadOnlyList<string> raters)
    {
        if (categories.Count is 0 or > RatingMatrix.MaxCategories)
            throw new ArgumentException($"A rating matrix has 1 to {RatingMatrix.MaxCategories} categories, got {categories.Count}.", nameof(categories));
        if (raters.Count == 0) throw new ArgumentException("A rating matrix has at least one rater.", nameof(raters));
        ThrowIfRepeated(categories, nameof(categories));
        ThrowIfRepeated(raters, nameof(raters));
    }

    private void Grow(int items)
    {
        var capacity = _columns[0].Length;
        if (items > capacity)
        {
            var larger = (int)Math.Min(Array.MaxLength, Math.Max(items, 2L * capacity));
            foreach (ref var column in _columns.AsSpan()) Array.Resize(ref column, larger);
        }

        _items = items;
    }

    private static void ThrowIfRepeated(IReadOnlyList<string> names, string parameter)
    {
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count) throw new ArgumentException("Names repeat.", parameter);
    }

    private static void ThrowIfOutside(int index, int count, string parameter)
    {
        if ((uint)index >= (uint)count) throw new ArgumentOutOfRangeException(parameter, index, $"An index is 0 to {count - 1}.");
    }
}
