namespace Neatx.Core.Labels;

/// <summary>Collects ratings in any order; items and raters are numbered by first appearance. Not safe for several threads.</summary>
public sealed class RatingTableBuilder(RatingScale scale)
{
    private readonly Dictionary<string, int> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _raters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte> _categoryCodes = scale.Categories
        .Select((name, index) => (name, index))
        .ToDictionary(pair => pair.name, pair => (byte)pair.index, StringComparer.Ordinal);

    private readonly List<int> _itemOfRating = [];
    private readonly List<int> _raterOfRating = [];
    private readonly List<byte> _categoryOfRating = [];

    /// <summary>The number of an item, listed now if it is new. An item that is only listed has no rating: its label is missing.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public int Item(string name) => Index(_items, name, "item");

    /// <summary>The number of a rater, listed now if new.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public int Rater(string name) => Index(_raters, name, "rater");

    /// <summary>Adds a rating on the certainty scale. A missing rating lists its item and rater and adds nothing.</summary>
    /// <exception cref="InvalidOperationException">The scale is nominal.</exception>
    public RatingTableBuilder Add(string item, string rater, Rating rating)
    {
        if (!scale.IsCertainty) throw new InvalidOperationException("This table holds named categories; add a category name, not a certainty.");
        var (itemIndex, raterIndex) = (Item(item), Rater(rater));
        if (rating.IsGrade) Append(itemIndex, raterIndex, (byte)(rating.Code - 2));
        else if (rating == Rating.Invalid) Append(itemIndex, raterIndex, RatingTable.Invalid);
        return this;
    }

    /// <summary>Adds a rating by the name of its category. A blank name is a missing rating: it lists its item and rater and adds nothing.</summary>
    /// <exception cref="ArgumentException">The scale has no such category.</exception>
    public RatingTableBuilder Add(string item, string rater, string category)
    {
        var (itemIndex, raterIndex) = (Item(item), Rater(rater));
        if (string.IsNullOrWhiteSpace(category)) return this;
        if (!_categoryCodes.TryGetValue(category, out var code))
            throw new ArgumentException($"The scale has no category '{category}'; it has {string.Join(", ", scale.Categories)}.", nameof(category));
        Append(itemIndex, raterIndex, code);
        return this;
    }

    /// <summary>Adds an INVALID: the rater judged the image unfit.</summary>
    public RatingTableBuilder AddInvalid(string item, string rater)
    {
        Append(Item(item), Rater(rater), RatingTable.Invalid);
        return this;
    }

    /// <summary>Adds a rating by numbers, for large tables: the item, the rater, and an index into the scale's categories.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such item, rater or category.</exception>
    public RatingTableBuilder Add(int item, int rater, int category)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)item, (uint)_items.Count, nameof(item));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rater, (uint)_raters.Count, nameof(rater));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)category, (uint)scale.Categories.Count, nameof(category));
        Append(item, rater, (byte)category);
        return this;
    }

    /// <summary>The table of all ratings added so far.</summary>
    public RatingTable Build()
    {
        // Two stable counting sorts, by rater and then by item, leave each item's ratings in order of rater, then of entry.
        var byRater = StableOrder(_raterOfRating, _raters.Count, order: null, out _);
        var byItem = StableOrder(_itemOfRating, _items.Count, byRater, out var start);
        var raters = new int[byItem.Length];
        var categories = new byte[byItem.Length];
        for (var slot = 0; slot < byItem.Length; slot++)
            (raters[slot], categories[slot]) = (_raterOfRating[byItem[slot]], _categoryOfRating[byItem[slot]]);
        return new RatingTable(scale, Names(_items), Names(_raters), start, raters, categories);
    }

    private static int Index(Dictionary<string, int> indices, string name, string what)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException($"The name of the {what} is blank.", nameof(name));
        if (indices.TryGetValue(name, out var index)) return index;
        index = indices.Count;
        indices.Add(name, index);
        return index;
    }

    private static string[] Names(Dictionary<string, int> indices)
    {
        var names = new string[indices.Count];
        foreach (var (name, index) in indices) names[index] = name;
        return names;
    }

    private static int[] StableOrder(List<int> keys, int keyCount, int[]? order, out int[] start)
    {
        start = new int[keyCount + 1];
        foreach (var key in keys) start[key + 1]++;
        for (var key = 0; key < keyCount; key++) start[key + 1] += start[key];
        var next = start[..keyCount];
        var sorted = new int[keys.Count];
        for (var position = 0; position < sorted.Length; position++)
        {
            var entry = order is null ? position : order[position];
            sorted[next[keys[entry]]++] = entry;
        }

        return sorted;
    }

    private void Append(int item, int rater, byte category)
    {
        _itemOfRating.Add(item);
        _raterOfRating.Add(rater);
        _categoryOfRating.Add(category);
    }
}
