using Neatx.Core.Evaluation;

namespace Neatx.Bench.Works;

/// <summary>The paired DeLong test of two sets of scores, given as arrays beside the labels.</summary>
internal sealed class DeLongWork(bool[] labels, double[] first, double[] second) : IWork
{
    public IReadOnlyList<double> Run()
    {
        var reference = new ReferenceStandard(labels);
        var difference = AucDifference.Of(reference.Score("first", first), reference.Score("second", second));
        return [difference.Difference.Value!.Value, difference.Difference.StandardError!.Value];
    }
}
