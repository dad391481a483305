namespace Neatx.Core.Agreement;

/// <summary>
/// A symmetric K x K table of distances between categories: 0 on the diagonal, none negative, 1 at most. An agreement weight is
/// 1 - distance. Immutable.
/// </summary>
public sealed class Distances
{
    private readonly double[] _values;

    private Distances(int size, Func<int, int, double> distance)
    {
        Size = size;
        _values = new double[size * size];
        var largest = 0.0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < row; column++)
            {
                var value = distance(row, column);
                largest = Math.Max(largest, value);
                _values[(row * size) + column] = _values[(column * size) + row] = value;
            }
        }

        if (largest == 0) return;
        for (var cell = 0; cell < _values.Length; cell++) _values[cell] /= largest;
        Sum = _values.Sum();
    }

    /// <summary>The number of categories, K.</summary>
    public int Size { get; }

    /// <summary>The sum over all K x K cells.</summary>
    public double Sum { get; }

    /// <summary>Row-major, K x K.</summary>
    public ReadOnlySpan<double> Values => _values;

    public double this[int row, int column] => _values[(row * Size) + column];

    /// <summary>1 between any two of <paramref name="size"/> categories.</summary>
    public static Distances Nominal(int size) => new(size, static (_, _) => 1);

    /// <summary>|difference of scores|, the largest scaled to 1.</summary>
    public static Distances Linear(ReadOnlySpan<double> scores)
    {
        var of = scores.ToArray();
        return new Distances(of.Length, (row, column) => Math.Abs(of[row] - of[column]));
    }

    /// <summary>Squared difference of scores, the largest scaled to 1.</summary>
    public static Distances Quadratic(ReadOnlySpan<double> scores)
    {
        var of = scores.ToArray();
        return new Distances(of.Length, (row, column) => (of[row] - of[column]) * (of[row] - of[column]));
    }

    /// <summary>((a - b) / (a + b))², the largest scaled to 1.</summary>
    /// <exception cref="ArgumentException">A score is negative: a ratio scale starts at 0.</exception>
    public static Distances Ratio(ReadOnlySpan<double> scores)
    {
        var of = scores.ToArray();
        if (Array.Exists(of, static score => score < 0)) throw new ArgumentException("A ratio scale has no negative score.", nameof(scores));
        return new Distances(of.Length, (row, column) =>
        {
            var sum = of[row] + of[column];
            var relative = sum == 0 ? 0 : (of[row] - of[column]) / sum;
            return relative * relative;
        });
    }

    /// <summary>Krippendorff's ordinal metric for categories in the order of their scores, given how often each was used.</summary>
    /// <exception cref="ArgumentException">Scores and uses differ in number.</exception>
    public static Distances Ordinal(ReadOnlySpan<double> scores, ReadOnlySpan<double> uses)
    {
        if (scores.Length != uses.Length) throw new ArgumentException($"Expected {scores.Length} uses, got {uses.Length}.", nameof(uses));
        var order = Enumerable.Range(0, scores.Length).ToArray();
        scores.ToArray().AsSpan().Sort(order.AsSpan());

        // The middle of each category when all ratings are laid in a row; the metric is the squared difference of two middles.
        var middle = new double[scores.Length];
        var before = 0.0;
        foreach (var category in order)
        {
            middle[category] = before + (uses[category] / 2);
            before += uses[category];
        }

        return Quadratic(middle);
    }
}
