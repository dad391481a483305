namespace Neatx.Workspace.Catalog;

/// <summary>
/// Remembers the different lists of a table, as tables repeat few lists many times. Beyond a fixed number of them lists are read again each time, so
/// that memory stays bounded.
/// </summary>
internal sealed class FindingLists
{
    private const int Remembered = 1 << 16;
    private readonly Dictionary<string, FindingList> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FindingList>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public FindingLists() => lookup = lists.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The list that was remembered by this text, or null.</summary>
    public FindingList? Find(ReadOnlySpan<char> text) => lookup.TryGetValue(text, out var list) ? list : null;

    /// <summary>Remembers a list by its text.</summary>
    public FindingList Add(ReadOnlySpan<char> text, FindingList list)
    {
        if (lists.Count < Remembered) lookup[text] = list;
        return list;
    }
}
