using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// The prevalence index (n11 - n00) / n and the bias index (n10 - n01) / n of a 2 x 2 table (Byrt, Bishop and Carlin 1993), with sign; the
/// second category is the positive one. Standard error: that of a difference of two multinomial shares.
/// </summary>
public sealed class TwoCategoryIndex : AgreementFormula
{
    private readonly int _plus;
    private readonly int _minus;
    private readonly double _level;

    private TwoCategoryIndex(string name, int plus, int minus, double level)
        : base(name) => (_plus, _minus, _level) = (plus, minus, level);

    internal static AgreementFormula Prevalence(int size, double level) =>
        Of(AgreementNames.PrevalenceIndex, size, plus: 3, minus: 0, level);

    internal static AgreementFormula Bias(int size, double level) => Of(AgreementNames.BiasIndex, size, plus: 2, minus: 1, level);

    public override bool TryValue(ReadOnlySpan<long> counts, out double value)
    {
        var total = Total(counts);
        value = total == 0 ? 0 : (double)(counts[_plus] - counts[_minus]) / total;
        return total > 0;
    }

    public override Statistic Of(ReadOnlySpan<long> counts)
    {
        if (!TryValue(counts, out var value)) return Statistic.None(Undefined.NoItems);
        double total = Total(counts);
        if (total < 2) return Statistic.Of(value);
        var error = Math.Sqrt(Math.Max(0, ((counts[_plus] + counts[_minus]) / total) - (value * value)) / total);
        return Statistic.Of(value) with
        {
            StandardError = error,
            Ci = ConfidenceInterval.Normal(value, error, _level, "multinomial"),
        };
    }

    private static AgreementFormula Of(string name, int size, int plus, int minus, double level) => size == 2
        ? new TwoCategoryIndex(name, plus, minus, level)
        : new UndefinedFormula(name, Undefined.NeedsTwoCategories(size));
}
