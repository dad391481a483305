using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>A statistic that these categories do not have, whatever the counts.</summary>
internal sealed class UndefinedFormula(string name, string reason) : AgreementFormula(name)
{
    public override bool TryValue(ReadOnlySpan<long> counts, out double value)
    {
        value = 0;
        return false;
    }

    public override Statistic Of(ReadOnlySpan<long> counts) => Statistic.None(reason);
}
