using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Bench.Works;

/// <summary>The interval of kappa from 10,000 resamples of patients, of two raters given as arrays beside the patient of each image.</summary>
internal sealed class BootstrapWork(int[] patients, LabelState[] a, LabelState[] b) : IWork
{
    private static readonly BootstrapOptions Options = new() { Resamples = 10_000 };

    public IReadOnlyList<double> Run()
    {
        var tally = new ClusterTally(StateCrosstab.Cells);
        for (var image = 0; image < patients.Length; image++) tally.Add(patients[image], StateCrosstab.Cell(a[image], b[image]));
        var policy = new AgreementPolicy();
        var classes = tally.ToClasses().Fold(4, StateCrosstab.Map(policy));
        var interval = ClusterBootstrap.Of(classes, CohenKappa.Unweighted(2).TryValue, Options).Interval!;
        return [interval.Low, interval.High];
    }
}
