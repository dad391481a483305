namespace Neatx.Core.Labels;

/// <summary>
/// All ratings of one finding in long form: any number of raters, any rating missing, and a rater may rate an item more than once.
/// Stored item by item (compressed rows), four to five bytes a rating; a missing rating is simply absent, while its item and rater are
/// still listed. Within an item the ratings are in order of rater, then of entry. Immutable; made by <see cref="RatingTableBuilder"/>.
/// </summary>
public sealed class RatingTable
{
    /// <summary>The code that stands for INVALID among the categories.</summary>
    public const byte Invalid = byte.MaxValue;

    private readonly int[] _start;
    private readonly int[] _raters;
    private readonly byte[] _categories;

    internal RatingTable(RatingScale scale, string[] items, string[] raters, int[] start, int[] raterOfRating, byte[] categoryOfRating)
    {
        (Scale, Items, Raters) = (scale, items, raters);
        (_start, _raters, _categories) = (start, raterOfRating, categoryOfRating);
    }

    public RatingScale Scale { get; }

    /// <summary>The names of the items, with or without ratings.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The names of the raters, with or without ratings.</summary>
    public IReadOnlyList<string> Raters { get; }

    /// <summary>The number of ratings that are not missing; INVALID counts.</summary>
    public int Count => _categories.Length;

    /// <summary>The raters of an item, one for each rating, ascending.</summary>
    public ReadOnlySpan<int> RatersOf(int item) => _raters.AsSpan(_start[item].._start[item + 1]);

    /// <summary>The ratings of an item as indices into the scale's categories, or <see cref="Invalid"/>; parallel to <see cref="RatersOf"/>.</summary>
    public ReadOnlySpan<byte> CategoriesOf(int item) => _categories.AsSpan(_start[item].._start[item + 1]);
}
