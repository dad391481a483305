namespace Neatx.Bench.Works;

/// <summary>A column of text in memory; equal cells share one string.</summary>
internal sealed class TextColumn
{
    private readonly List<string> _cells = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private string _last = "";

    public IReadOnlyList<string> Cells => _cells;

    public void Add(ReadOnlySpan<char> text)
    {
        if (!text.SequenceEqual(_last) && !_known.TryGetValue(text, out _last!))
        {
            _last = text.ToString();
            _known.Add(text);
        }

        _cells.Add(_last);
    }
}
