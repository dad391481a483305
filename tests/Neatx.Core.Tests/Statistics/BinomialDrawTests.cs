using CsCheck;
using Neatx.Core.Statistics;
using Neatx.Core.Tests.Golden;

namespace Neatx.Core.Tests.Statistics;

public sealed class BinomialDrawTests
{
    [Fact]
    public void NextBinomial_ManyDraws_FollowsMassOfScipy()
    {
        foreach (var peer in AgreementPeers.Binomials)
        {
            var trials = peer.GetProperty("trials").GetInt32();
            var random = new RandomStream(3);
            var bins = new long[trials + 1];
            for (var draw = 0; draw < 100_000; draw++) bins[random.NextBinomial(trials, peer.GetProperty("probability").GetDouble())]++;
            ChiSquareTest.Accepts(bins, [.. peer.GetProperty("mass").EnumerateArray().Select(mass => mass.GetDouble())]);
        }
    }

    [Theory]
    [InlineData(1_000_000_000_000, 1e-12)]
    [InlineData(30_805, .03)]
    [InlineData(30_805, .5)]
    [InlineData(2_000_000_000, .999)]
    public void NextBinomial_ManyTrials_HasMeanAndVariance(long trials, double probability)
    {
        var random = new RandomStream(4);
        const int Draws = 100_000;
        var (mean, variance) = (trials * probability, trials * probability * (1 - probability));
        var (sum, squares) = (0.0, 0.0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var deviation = random.NextBinomial(trials, probability) - mean;
            sum += deviation;
            squares += deviation * deviation;
        }

        // The kurtosis of a binomial gives the sampling error of its variance; four standard errors for each.
        var kurtosis = 3 + ((1 - (6 * probability * (1 - probability))) / variance);
        Assert.True(Math.Abs(sum / Draws) < 4 * Math.Sqrt(variance / Draws), $"mean off by {sum / Draws}");
        Assert.True(Math.Abs((squares / Draws / variance) - 1) < 4 * Math.Sqrt((kurtosis - 1) / Draws), $"variance ratio {squares / Draws / variance}");
    }

    [Fact]
    public void NextBinomial_AnyArguments_StaysWithinTrials() =>
        Gen.Select(Gen.ULong, Gen.Long[0, 5000], Gen.Double[0, 1]).Sample((seed, trials, probability) =>
        {
            var random = new RandomStream(seed);
            return random.NextBinomial(trials, probability) is var drawn && drawn >= 0 && drawn <= trials
                && random.NextBinomial(trials, 0) == 0 && random.NextBinomial(trials, 1) == trials;
        });

    [Fact]
    public void NextBinomial_ImpossibleArguments_Throws()
    {
        var random = new RandomStream(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBinomial(-1, .5));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBinomial(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBinomial(1, 1.5));
    }
}
