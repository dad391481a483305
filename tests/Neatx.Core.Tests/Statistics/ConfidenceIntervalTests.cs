using CsCheck;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Statistics;

public sealed class ConfidenceIntervalTests
{
    /// <summary>Newcombe 1998, Statistics in Medicine 17, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, .2553, .3662)]
    [InlineData(15, 148, .0624, .1605)]
    [InlineData(0, 20, 0, .1611)]
    [InlineData(1, 29, .0061, .1718)]
    public void Wilson_Newcombe_MatchesPrint(long successes, long trials, double low, double high)
    {
        var interval = ConfidenceInterval.Wilson(successes, trials, .95);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Wilson_AnyShare_ContainsIt() =>
        Gen.Select(Gen.Long[1, 100_000], Gen.Double[0, 1], Gen.Double[.5, .999]).Sample((trials, share, level) =>
        {
            var successes = (long)(share * trials);
            var interval = ConfidenceInterval.Wilson(successes, trials, level);
            return interval.Contains((double)successes / trials) && interval.Low >= 0 && interval.High <= 1;
        });

    [Fact]
    public void Normal_ErrorOfZero_GivesNoInterval() => Assert.Null(ConfidenceInterval.Normal(1, 0, .95, "test"));

    [Fact]
    public void Normal_BeyondBounds_IsCutOff()
    {
        var interval = ConfidenceInterval.Normal(.95, .1, .95, "test")!;
        Assert.Equal(.754004, interval.Low, 6);
        Assert.Equal(1, interval.High);
        Assert.Equal("normal, test", interval.Method);
    }

    [Fact]
    public void StudentT_FewDegrees_IsWiderThanNormal()
    {
        var interval = ConfidenceInterval.StudentT(0, .1, 10, .95, "test")!;
        Assert.Equal(.2228139, interval.High, 7);
        Assert.Equal(1.959964, ConfidenceInterval.Z(.95), 6);
    }
}
