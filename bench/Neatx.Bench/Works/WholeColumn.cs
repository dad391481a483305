namespace Neatx.Bench.Works;

/// <summary>A column of whole numbers from 0 in memory.</summary>
internal sealed class WholeColumn
{
    private readonly List<int> _cells = [];

    public IReadOnlyList<int> Cells => _cells;

    /// <exception cref="FormatException">The text holds something else than digits.</exception>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public void Add(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter)) throw new FormatException($"Expected a whole number, found '{text}'.");
            value = checked((value * 10) + letter - '0');
        }

        _cells.Add(value);
    }
}
