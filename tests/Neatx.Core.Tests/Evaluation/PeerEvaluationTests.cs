using System.Globalization;
using Neatx.Core.Evaluation;
using Neatx.Core.Tests.Golden;

namespace Neatx.Core.Tests.Evaluation;

public sealed class PeerEvaluationTests
{
    private const double Exact = 1e-12;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, EvaluationPeers.Cases.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Auc_RandomScoresWithTies_EqualsScikitLearnAndAllPairs(int index)
    {
        var peer = EvaluationPeers.Cases[index];
        var (first, second) = EvaluationPeers.Scored(peer);
        foreach (var (scored, at) in new[] { (first, 0), (second, 1) })
        {
            var auc = Auc.Of(scored);
            Assert.Equal(peer.GetProperty("auc")[at].GetDouble(), auc.Value!.Value, Exact);
            Assert.Equal(peer.GetProperty("variance")[at].GetDouble(), auc.StandardError!.Value * auc.StandardError.Value, Exact);
            Assert.Equal(
                peer.GetProperty("average_precision")[at].GetDouble(), AveragePrecision.Of(ThresholdCounts.Of(scored)).Value!.Value, Exact);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AucDifference_RandomScoresWithTies_EqualsAllPairs(int index)
    {
        var peer = EvaluationPeers.Cases[index];
        var (first, second) = EvaluationPeers.Scored(peer);
        var expected = peer.GetProperty("auc")[0].GetDouble() - peer.GetProperty("auc")[1].GetDouble();
        var variance = peer.GetProperty("variance")[0].GetDouble() + peer.GetProperty("variance")[1].GetDouble()
            - (2 * peer.GetProperty("covariance").GetDouble());
        var difference = AucDifference.Of(first, second);
        Assert.Equal(expected, difference.Difference.Value!.Value, Exact);
        Assert.Equal(variance, difference.Difference.StandardError!.Value * difference.Difference.StandardError.Value, Exact);
        Assert.Equal(expected / Math.Sqrt(variance), difference.Z.Value!.Value, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void RocCurve_RandomScoresWithTies_EqualsScikitLearn(int index)
    {
        var peer = EvaluationPeers.Cases[index].GetProperty("roc");
        var points = RocCurve.Of(ThresholdCounts.Of(EvaluationPeers.Scored(EvaluationPeers.Cases[index]).First)).Points;
        Assert.Equal(new RocPoint(double.PositiveInfinity, 0, 0), points[0]);
        Assert.Equal(EvaluationPeers.Numbers(peer.GetProperty("thresholds")), points.Skip(1).Select(point => point.Threshold));
        Same(EvaluationPeers.Numbers(peer.GetProperty("false_positive_rate")), [.. points.Skip(1).Select(point => point.FalsePositiveRate)]);
        Same(EvaluationPeers.Numbers(peer.GetProperty("sensitivity")), [.. points.Skip(1).Select(point => point.Sensitivity)]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void PrecisionRecallCurve_RandomScoresWithTies_EqualsScikitLearn(int index)
    {
        var peer = EvaluationPeers.Cases[index].GetProperty("precision_recall");
        var points = PrecisionRecallCurve.Of(ThresholdCounts.Of(EvaluationPeers.Scored(EvaluationPeers.Cases[index]).First)).Points.Reverse().ToList();
        Assert.Equal(EvaluationPeers.Numbers(peer.GetProperty("thresholds")), points.Select(point => point.Threshold));
        Same(EvaluationPeers.Numbers(peer.GetProperty("precision")), [.. points.Select(point => point.Precision)]);
        Same(EvaluationPeers.Numbers(peer.GetProperty("recall")), [.. points.Select(point => point.Recall)]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Calibration_RandomProbabilities_EqualsPeers(int index)
    {
        var peer = EvaluationPeers.Cases[index];
        var (scored, _) = EvaluationPeers.Scored(peer);
        if (!peer.TryGetProperty("brier", out var brier))
        {
            Assert.Contains("is no probability", BrierScore.Of(scored).Undefined, StringComparison.Ordinal);
            Assert.Contains("is no probability", CalibrationCurve.Of(scored).ExpectedCalibrationError.Undefined, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(brier.GetDouble(), BrierScore.Of(scored).Value!.Value, Exact);
        foreach (var error in peer.GetProperty("ece").EnumerateObject())
        {
            var curve = CalibrationCurve.Of(scored, int.Parse(error.Name, CultureInfo.InvariantCulture));
            Assert.Equal(error.Value.GetDouble(), curve.ExpectedCalibrationError.Value!.Value, Exact);
        }
    }

    private static void Same(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++) Assert.Equal(expected[index], actual[index], Exact);
    }
}
