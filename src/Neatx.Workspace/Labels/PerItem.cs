using System.Runtime.InteropServices;

namespace Neatx.Workspace.Labels;

/// <summary>A column that says the same of an item in every row of it, such as its patient.</summary>
internal sealed class PerItem(string column, string what, RowProblems problems)
{
    private const int Unset = -1;
    private readonly TextIndex texts = new();
    private readonly List<int> textOfItem = [];
    private readonly List<long> lineOfItem = [];

    /// <summary>The number of the text of each item, where every item has one.</summary>
    public IReadOnlyList<int> Numbers => textOfItem;

    /// <summary>Notes what a row says of an item.</summary>
    public void Set(int item, ReadOnlySpan<char> text, long line)
    {
        if (text.IsEmpty)
        {
            problems.Add($"blank-{what}", line, column, text, $"the {what} of the item", "Fill it in, or leave the column out of the command.");
            return;
        }

        Grow(item + 1);
        var number = texts.NumberOf(text, out _);
        if (textOfItem[item] == Unset)
            (textOfItem[item], lineOfItem[item]) = (number, line);
        else if (textOfItem[item] != number)
            problems.Add(
                $"two-{what}s", line, column, text, $"'{texts.Texts[textOfItem[item]]}', as line {lineOfItem[item]} says of the same item", $"Correct one of the two: an item has one {what}.");
    }

    /// <summary>The text of each item and where it stands, null where no row says any.</summary>
    public IReadOnlyList<RatingText?> TextsOf(int items, string file)
    {
        Grow(items);
        return [.. textOfItem.Select((text, item) => text == Unset ? null : new RatingText(texts.Texts[text], file, lineOfItem[item], column))];
    }

    private void Grow(int items)
    {
        var before = textOfItem.Count;
        if (items <= before) return;
        CollectionsMarshal.SetCount(textOfItem, items);
        CollectionsMarshal.SetCount(lineOfItem, items);
        CollectionsMarshal.AsSpan(textOfItem)[before..].Fill(Unset);
    }
}
