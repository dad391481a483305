namespace Neatx.Workspace.Labels;

/// <summary>
/// The ratings of a CSV file as they stand: who wrote which text on what item. Blank cells are no ratings, while their items and raters are
/// listed. Items, raters and texts are numbered by first appearance. Immutable.
/// </summary>
public sealed class RatingsFile
{
    private readonly int[] start;
    private readonly RatingEntry[] entries;

    internal RatingsFile(string name, IReadOnlyList<string> items, IReadOnlyList<string> raters, IReadOnlyList<RatingText> texts, List<RatingEntry> unordered)
    {
        (Name, Items, Raters, Texts) = (name, items, raters, texts);
        start = new int[items.Count + 1];
        foreach (var entry in unordered) start[entry.Item + 1]++;
        for (var item = 0; item < items.Count; item++) start[item + 1] += start[item];
        var next = start[..items.Count];
        entries = new RatingEntry[unordered.Count];
        foreach (var entry in unordered) entries[next[entry.Item]++] = entry;
    }

    /// <summary>The file, as it was named.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Items { get; }

    public IReadOnlyList<string> Raters { get; }

    /// <summary>The distinct texts, blanks left out.</summary>
    public IReadOnlyList<RatingText> Texts { get; }

    /// <summary>The cluster of each item, 0, 1, 2, ..., or null where no column names it.</summary>
    public IReadOnlyList<int>? ClusterOfItem { get; init; }

    /// <summary>The reference text of each item, null where none is known; null where no column holds any.</summary>
    public IReadOnlyList<RatingText?>? ReferenceOfItem { get; init; }

    /// <summary>The number of ratings that are not blank.</summary>
    public int Count => entries.Length;

    /// <summary>The ratings of an item in the order of the file.</summary>
    internal ReadOnlySpan<RatingEntry> RatingsOf(int item) => entries.AsSpan(start[item]..start[item + 1]);
}
