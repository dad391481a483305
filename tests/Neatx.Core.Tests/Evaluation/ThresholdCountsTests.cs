using CsCheck;
using Neatx.Core.Evaluation;

namespace Neatx.Core.Tests.Evaluation;

public sealed class ThresholdCountsTests
{
    private static readonly double[] Special = [0, -0.0, 1, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity];

    /// <summary>Scores that sorting by digits could get wrong: close together, far apart, of both signs, infinite, and many.</summary>
    private static readonly Gen<double>[] Hard =
    [
        Gen.Double[0, 1],
        Gen.Double[.5, .5000001],
        Gen.Double.Where(score => !double.IsNaN(score)),
        Gen.Double[-1e-300, 1e-300],
        Gen.Float[-1, 1].Select(score => (double)score),
        Gen.Int[0, 5].Select(index => Special[index]),
    ];

    private static readonly Gen<double[]> Scores = Gen.OneOf([.. Hard.Append(Gen.OneOf(Hard)).Select(score => score.Array[1, 3000])]);

    [Fact]
    public void Of_AnyScores_CountsAtOrAboveEachDistinctScore() => Scores.Sample(scores =>
    {
        bool[] states = [.. scores.Select((_, index) => index % 3 == 0)];
        var counts = ThresholdCounts.Of(new ReferenceStandard(states).Score("model", scores));
        var groups = scores.Zip(states).GroupBy(image => image.First).OrderByDescending(group => group.Key).ToList();
        Assert.Equal(groups.Select(group => group.Key), counts.Thresholds.ToArray());
        var (positives, negatives) = (0, 0);
        for (var index = 0; index < groups.Count; index++)
        {
            positives += groups[index].Count(image => image.Second);
            negatives += groups[index].Count(image => !image.Second);
            Assert.Equal((positives, negatives), (counts.Positives[index], counts.Negatives[index]));
        }
    });

    [Fact]
    public void Of_ManyImagesOnTwoThreads_SeparatesStates()
    {
        // The states do not overlap in score.
        const int Images = 60_000;
        var (states, scores) = (new bool[Images], new double[Images]);
        for (var image = 0; image < Images; image++)
        {
            states[image] = image % 10 == 0;
            scores[image] = (image * 7919L % Images / (double)Images) + (states[image] ? 2 : 0);
        }

        Assert.Equal(1, Auc.Of(new ReferenceStandard(states).Score("apart", scores)).Value);
        Assert.Equal(0, Auc.Of(new ReferenceStandard([.. states.Select(state => !state)]).Score("apart", scores)).Value);
    }
}
