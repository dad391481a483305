using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Evaluation;

/// <summary>
/// In how many of many simulated studies an interval holds the truth: 95% within three binomial standard errors, and a point for small samples.
/// </summary>
public sealed class CoverageTests
{
    private const int Studies = 500;

    private static readonly double Slack = (3 * Math.Sqrt(.95 * .05 / Studies)) + .01;

    [Fact]
    public void DeLong_ImagesOfDifferentPatients_CoverTheTruth()
    {
        var truth = Simulated.TrueFirst(1);
        Assert.Equal(.95, Covered(study => Auc.Of(Simulated.Images(study, 150).First).Ci!, truth), Slack);
        Assert.Equal(
            .95,
            Covered(
                study =>
                {
                    var (first, second) = Simulated.Images(study, 150);
                    return AucDifference.Of(first, second).Difference.Ci!;
                },
                Simulated.TrueDifference(1)),
            Slack);
    }

    [Fact]
    public void DeLongTest_ScoresOfEqualAuc_RejectsOneInTwenty()
    {
        var rejected = 0;
        for (var study = 0; study < Studies; study++)
        {
            var (first, second) = Simulated.Images((ulong)study, 150);
            var shuffled = second.Reference.Score("as good", Equal(first, (ulong)study));
            if (AucDifference.Of(first, shuffled).Z.PValue < .05) rejected++;
        }

        Assert.Equal(.05, (double)rejected / Studies, Slack);
    }

    [Fact]
    public void Bootstrap_SeveralImagesOfAPatient_CoversTheTruthWhereDeLongDoesNot()
    {
        var truth = Simulated.TrueFirst(1.5);
        var options = new BootstrapOptions { Resamples = 300 };
        ScoredLabels Study(ulong study) => Simulated.Patients(study, 120, 1.5).First;
        Assert.Equal(.95, Covered(study => AucBootstrap.Of(Study(study), options).Interval!, truth), Slack);
        Assert.True(Covered(study => Auc.Of(Study(study)).Ci!, truth) < .87);
    }

    private static double Covered(Func<ulong, Interval> interval, double truth) =>
        Enumerable.Range(1, Studies).Count(study => interval((ulong)study).Contains(truth)) / (double)Studies;

    /// <summary>New scores of the same strength as the first, from the same labels.</summary>
    private static double[] Equal(ScoredLabels first, ulong seed)
    {
        var random = new RandomStream(seed, 1);
        var scores = new List<double>();
        foreach (var state in first.Reference.Positive) scores.Add((state ? 1 : 0) + random.NextGaussian() + random.NextGaussian());
        return [.. scores];
    }
}
