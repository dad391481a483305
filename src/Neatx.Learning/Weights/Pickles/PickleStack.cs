namespace Neatx.Learning.Weights.Pickles;

/// <summary>The stack of a pickle machine: values, and marks from which lists and tuples are taken.</summary>
/// <param name="most">The most values that may ever be put on it.</param>
internal sealed class PickleStack(int most)
{
    private static readonly object MarkItself = new();

    private readonly List<object?> _values = [];
    private int _pushed;

    /// <exception cref="InvalidDataException">There were too many.</exception>
    public void Push(object? value)
    {
        if (++_pushed > most) throw new InvalidDataException($"its pickle makes more than {most:N0} values, as no weights do");
        _values.Add(value);
    }

    public void Mark() => Push(MarkItself);

    /// <summary>The last value, which stays; a failure where there is none.</summary>
    public bool TryPeek(out object? value)
    {
        value = _values.Count > 0 ? _values[^1] : MarkItself;
        return value != MarkItself;
    }

    /// <summary>Takes so many values; null where there are fewer above the last mark.</summary>
    public List<object?>? Take(int count)
    {
        if (_values.Count < count) return null;
        var taken = _values[^count..];
        if (taken.Exists(value => ReferenceEquals(value, MarkItself))) return null;
        _values.RemoveRange(_values.Count - count, count);
        return taken;
    }

    /// <summary>Takes the last mark and the values above it; null where there is no mark.</summary>
    public List<object?>? TakeToMark()
    {
        var mark = _values.FindLastIndex(value => ReferenceEquals(value, MarkItself));
        if (mark < 0) return null;
        var taken = _values[(mark + 1)..];
        _values.RemoveRange(mark, _values.Count - mark);
        return taken;
    }

    /// <summary>The only value; a failure where there is none or another.</summary>
    public bool TryFinish(out object? value) => TryPeek(out value) && _values.Count == 1;
}
