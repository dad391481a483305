using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;

namespace Neatx.Bench.Works;

/// <summary>The interval of the AUC from 200 resamples of patients, of labels, scores and patients given as arrays.</summary>
internal sealed class AucBootstrapWork(bool[] labels, double[] scores, int[] patients) : IWork
{
    private static readonly BootstrapOptions Options = new() { Resamples = 200 };

    public IReadOnlyList<double> Run()
    {
        var interval = AucBootstrap.Of(new ReferenceStandard(labels, patients).Score("model", scores), Options).Interval!;
        return [interval.Low, interval.High];
    }
}
