using System.Globalization;
using MathNet.Numerics.Distributions;
using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// Do the raters differ in how often they use the categories? With two categories McNemar's chi-square (b - c)² / (b + c) without
/// continuity correction, its p-value exact (binomial, two-sided) where the raters disagree on fewer than 25 items. With more categories
/// Bowker's test of symmetry (1948), a degree of freedom for each pair of categories that was confused at all.
/// </summary>
public sealed class McNemar : AgreementFormula
{
    private const long FewDiscordant = 25;

    private readonly int _size;

    internal McNemar(int size)
        : base(AgreementNames.McNemar) => _size = size;

    public override bool IsEstimate => false;

    public override bool TryValue(ReadOnlySpan<long> counts, out double value)
    {
        (value, var degrees) = ChiSquare(counts);
        return degrees > 0;
    }

    public override Statistic Of(ReadOnlySpan<long> counts)
    {
        if (Total(counts) == 0) return Statistic.None(Undefined.NoItems);
        var (chiSquare, degrees) = ChiSquare(counts);
        if (degrees == 0) return Statistic.None("the raters never disagree");
        var discordant = _size == 2 ? counts[1] + counts[2] : long.MaxValue;
        if (discordant < FewDiscordant)
        {
            return Statistic.Of(chiSquare) with
            {
                PValue = Math.Min(1, 2 * Binomial.CDF(.5, (int)discordant, Math.Min(counts[1], counts[2]))),
                Method = string.Create(CultureInfo.InvariantCulture, $"McNemar, exact binomial p, {discordant} discordant items"),
            };
        }

        var test = _size == 2 ? "McNemar, chi-square without continuity correction" : "Bowker, chi-square";
        return Statistic.Of(chiSquare) with
        {
            PValue = UpperTail(chiSquare, degrees),
            Method = string.Create(CultureInfo.InvariantCulture, $"{test}, {degrees} df"),
        };
    }

    /// <summary>The upper tail of chi-square; with 1 df by erfc, which keeps tiny p-values where 1 - CDF would round to 0.</summary>
    private static double UpperTail(double chiSquare, int degrees) => degrees == 1
        ? MathNet.Numerics.SpecialFunctions.Erfc(Math.Sqrt(chiSquare / 2))
        : MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(degrees / 2.0, chiSquare / 2);

    private (double ChiSquare, int Degrees) ChiSquare(ReadOnlySpan<long> counts)
    {
        var (sum, degrees) = (0.0, 0);
        for (var row = 0; row < _size; row++)
        {
            for (var column = 0; column < row; column++)
            {
                double below = counts[(row * _size) + column], above = counts[(column * _size) + row];
                if (below + above == 0) continue;
                sum += (below - above) * (below - above) / (below + above);
                degrees++;
            }
        }

        return (sum, degrees);
    }
}
