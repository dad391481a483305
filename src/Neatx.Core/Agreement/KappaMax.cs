using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>The kappa of raters with the same category shares who agree as often as those shares allow (Cohen 1960).</summary>
public sealed class KappaMax : AgreementFormula
{
    private readonly int _size;

    internal KappaMax(int size)
        : base(AgreementNames.KappaMax) => _size = size;

    public override bool TryValue(ReadOnlySpan<long> counts, out double value)
    {
        double total = Total(counts);
        var (possible, expected) = (0.0, 0.0);
        for (var category = 0; category < _size; category++)
        {
            double row = 0, column = 0;
            for (var other = 0; other < _size; other++)
            {
                row += counts[(category * _size) + other];
                column += counts[(other * _size) + category];
            }

            possible += Math.Min(row, column);
            expected += row * column;
        }

        value = 0;
        var square = total * total;
        if (square == expected) return false;
        value = possible == total ? 1 : 1 - (total * (total - possible) / (square - expected));
        return true;
    }

    public override Statistic Of(ReadOnlySpan<long> counts)
    {
        if (Total(counts) == 0) return Statistic.None(Undefined.NoItems);
        return TryValue(counts, out var value) ? Statistic.Of(value) : Statistic.None(Undefined.OneCategory);
    }
}
