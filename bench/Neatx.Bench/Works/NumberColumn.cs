using System.Globalization;

namespace Neatx.Bench.Works;

/// <summary>A column of numbers in memory; equal texts are read once.</summary>
internal sealed class NumberColumn
{
    private readonly List<double> _cells = [];
    private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> _known =
        new Dictionary<string, double>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private string _lastText = "";
    private double _last;

    public IReadOnlyList<double> Cells => _cells;

    public void Add(ReadOnlySpan<char> text)
    {
        if (!text.SequenceEqual(_lastText) && !_known.TryGetValue(text, out _lastText!, out _last))
        {
            (_lastText, _last) = (text.ToString(), double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
            _known[text] = _last;
        }

        _cells.Add(_last);
    }
}
