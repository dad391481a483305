using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// The share of items on which two raters agree, and its linear rescaling (K x share - 1) / (K - 1), the prevalence- and
/// bias-adjusted kappa. Interval: Wilson's, rescaled with it.
/// </summary>
public sealed class PercentAgreement : AgreementFormula
{
    private readonly int _size;
    private readonly bool _adjusted;
    private readonly double _level;

    private PercentAgreement(string name, int size, bool adjusted, double level)
        : base(name) => (_size, _adjusted, _level) = (size, adjusted, level);

    internal static PercentAgreement Plain(int size, double level) => new(AgreementNames.PercentAgreement, size, adjusted: false, level);

    internal static PercentAgreement Adjusted(int size, double level) => new(AgreementNames.Pabak, size, adjusted: true, level);

    public override bool TryValue(ReadOnlySpan<long> counts, out double value)
    {
        value = 0;
        var total = Total(counts);
        if (total == 0 || (_adjusted && _size < 2)) return false;
        value = Rescaled((double)Agreed(counts) / total);
        return true;
    }

    public override Statistic Of(ReadOnlySpan<long> counts)
    {
        var total = Total(counts);
        if (total == 0) return Statistic.None(Undefined.NoItems);
        if (_adjusted && _size < 2) return Statistic.None(Undefined.OneCategoryExists);
        var agreed = Agreed(counts);
        var share = (double)agreed / total;
        var wilson = ConfidenceInterval.Wilson(agreed, total, _level);
        return Statistic.Of(Rescaled(share)) with
        {
            StandardError = total < 2 ? null : Math.Sqrt(share * (1 - share) / total) * (_adjusted ? _size / (_size - 1.0) : 1),
            Ci = _adjusted ? new Interval(Rescaled(wilson.Low), Rescaled(wilson.High), _level, "Wilson, rescaled") : wilson,
        };
    }

    private double Rescaled(double share) => _adjusted ? ((_size * share) - 1) / (_size - 1) : share;

    private long Agreed(ReadOnlySpan<long> counts)
    {
        var agreed = 0L;
        for (var category = 0; category < _size; category++) agreed += counts[(category * _size) + category];
        return agreed;
    }
}
