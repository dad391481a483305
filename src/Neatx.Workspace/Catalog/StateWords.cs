using Neatx.Core.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>What the cells of a label column mean, by the mapping's words. An empty cell is missing unless the mapping says otherwise.</summary>
internal sealed class StateWords
{
    private readonly Dictionary<string, LabelState> states = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LabelState>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly string expected;

    public StateWords(ColumnMapping mapping)
    {
        foreach (var (word, state) in mapping.Values) states[word.Trim()] = state;
        states.TryAdd("", LabelState.Missing);
        lookup = states.GetAlternateLookup<ReadOnlySpan<char>>();
        expected = mapping.Values.Count == 0
            ? "an empty cell, as the mapping names no values"
            : Wording.Either([.. mapping.Values.Keys.Order(StringComparer.Ordinal).Select(Wording.Quote)]);
    }

    /// <summary>The state that a cell means; notes a problem and returns false for a word that is not known.</summary>
    public bool TryRead(TableRow row, int column, out LabelState state)
    {
        var word = row[column];
        if (lookup.TryGetValue(word, out state)) return true;
        row.Problem("unknown-value", column, word, expected, "Correct the cell, or name the word under 'values' in the column mapping.");
        return false;
    }
}
