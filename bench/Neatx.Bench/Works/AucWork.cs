using Neatx.Core.Evaluation;

namespace Neatx.Bench.Works;

/// <summary>The AUC with its standard error, of labels and scores given as arrays.</summary>
internal sealed class AucWork(bool[] labels, double[] scores) : IWork
{
    public IReadOnlyList<double> Run() => [Auc.Of(new ReferenceStandard(labels).Score("model", scores)).Value!.Value];
}
