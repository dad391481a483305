namespace Neatx.Workspace.Labels;

/// <summary>Numbers texts by first appearance.</summary>
internal sealed class TextIndex
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<string> texts = [];

    public TextIndex() => bySpan = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<string> Texts => texts;

    /// <summary>The number of a text; <paramref name="isNew"/> when it had none.</summary>
    public int NumberOf(ReadOnlySpan<char> text, out bool isNew)
    {
        isNew = !bySpan.TryGetValue(text, out var number);
        if (!isNew) return number;
        number = texts.Count;
        texts.Add(text.ToString());
        numbers.Add(texts[^1], number);
        return number;
    }
}
