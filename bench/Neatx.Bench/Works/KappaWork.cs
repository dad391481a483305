using Neatx.Core.Agreement;
using Neatx.Core.Labels;

namespace Neatx.Bench.Works;

/// <summary>Cohen's kappa with its standard error, of two label sets given as arrays.</summary>
internal sealed class KappaWork(LabelState[] a, LabelState[] b) : IWork
{
    private static readonly AgreementPolicy Policy = new();

    public IReadOnlyList<double> Run() => [CohenKappa.Of(StateCrosstab.Of(a, b).Under(Policy)).Value!.Value];
}
