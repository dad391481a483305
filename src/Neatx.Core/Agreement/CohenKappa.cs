using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// Cohen's kappa, unweighted (1960) or weighted (1968): 1 - observed / expected disagreement, the expectation being that of raters who
/// keep their own category shares and are otherwise independent. Standard error for large samples after Fleiss, Cohen and Everitt (1969).
/// </summary>
public sealed class CohenKappa : AgreementFormula
{
    /// <summary>Up to this many categories the scratch space lies on the stack.</summary>
    private const int SmallSize = 32;

    private readonly Distances _distances;
    private readonly double _level;

    internal CohenKappa(string name, Distances distances, double level)
        : base(name) => (_distances, _level) = (distances, level);

    /// <summary>Unweighted kappa for tables of <paramref name="size"/> categories.</summary>
    public static CohenKappa Unweighted(int size, double level = .95) =>
        new(AgreementNames.CohenKappa, Distances.Nominal(size), level);

    /// <summary>Unweighted kappa of one table.</summary>
    public static Statistic Of(Crosstab table, double level = .95) => Unweighted(table.Size, level).Of(table.Counts);

    public override bool TryValue(ReadOnlySpan<long> counts, out double value)
    {
        var size = _distances.Size;
        var margins = size <= SmallSize ? stackalloc double[2 * size] : new double[2 * size];
        var total = Margins(counts, margins);
        var (observed, expected) = Disagreement(counts, margins);
        value = 0;

        // No items at all, or none that chance could set apart: every product of margins lies on the diagonal.
        if (expected == 0) return false;
        value = 1 - (total * observed / expected);
        return true;
    }

    public override Statistic Of(ReadOnlySpan<long> counts)
    {
        var size = _distances.Size;
        var margins = new double[2 * size];
        var total = Margins(counts, margins);
        if (total == 0) return Statistic.None(Undefined.NoItems);
        if (!TryValue(counts, out var value)) return Statistic.None(Undefined.OneCategory);
        var statistic = Statistic.Of(value);
        if (total < 2) return statistic;
        var error = StandardError(counts, margins, total);
        return statistic with
        {
            StandardError = error,
            Ci = ConfidenceInterval.Normal(value, error, _level, "Fleiss-Cohen-Everitt"),
        };
    }

    /// <summary>Fills the row sums, then the column sums, and returns n.</summary>
    private static double Margins(ReadOnlySpan<long> counts, Span<double> margins)
    {
        var size = margins.Length / 2;
        margins.Clear();
        var total = 0.0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                double count = counts[(row * size) + column];
                margins[row] += count;
                margins[size + column] += count;
                total += count;
            }
        }

        return total;
    }

    /// <summary>
    /// Sums over the cells: distance x count, and distance x product of margins. No term is negative, so nothing cancels.
    /// </summary>
    private (double Observed, double Expected) Disagreement(ReadOnlySpan<long> counts, ReadOnlySpan<double> margins)
    {
        var size = _distances.Size;
        var distances = _distances.Values;
        var (observed, expected) = (0.0, 0.0);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var cell = (row * size) + column;
                observed += distances[cell] * counts[cell];
                expected += distances[cell] * margins[row] * margins[size + column];
            }
        }

        return (observed, expected);
    }

    private double StandardError(ReadOnlySpan<long> counts, ReadOnlySpan<double> margins, double total)
    {
        var (observed, expected) = Disagreement(counts, margins);
        if (observed == 0) return 0;
        var size = _distances.Size;
        var (beyond, chance) = (observed / total, expected / (total * total));

        // Mean distance of each category of one rater from the other rater's ratings.
        var (ofRow, ofColumn) = (new double[size], new double[size]);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                ofRow[row] += _distances[row, column] * margins[size + column] / total;
                ofColumn[column] += _distances[row, column] * margins[row] / total;
            }
        }

        // The bracket of the published formula for each cell, with weights 1 - distance; its variance over the cells is the numerator.
        var (mean, square) = (0.0, 0.0);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var row = 0; row < size; row++)
            {
                for (var column = 0; column < size; column++)
                {
                    var share = counts[(row * size) + column] / total;
                    var bracket = ((1 - _distances[row, column]) * chance) - ((2 - ofRow[row] - ofColumn[column]) * beyond);
                    if (pass == 0) mean += share * bracket;
                    else square += share * (bracket - mean) * (bracket - mean);
                }
            }
        }

        return Math.Sqrt(square / total) / (chance * chance);
    }
}
