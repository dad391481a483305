using Neatx.Core.Campaign;

namespace Neatx.Core.Tests.Campaign;

public sealed class StopRuleTests
{
    private static readonly StopRule Rule = new() { HalfWidth = .05 };

    [Theory]
    [InlineData(.8, .76, .85, true)]
    [InlineData(.8, .7, .9, false)]
    [InlineData(1.0, 1.0, 1.0, true)]
    [InlineData(0.0, -.04, .03, true)]
    public void IsNarrow_Interval_IsMeasuredByItsHalfWidth(double kappa, double low, double high, bool expected) => Assert.Equal(expected, Rule.IsNarrow(kappa, low, high));

    /// <summary>One rater says absent throughout: kappa is 0 in every resample, and rating must not stop for that.</summary>
    [Fact]
    public void IsNarrow_OfARaterWithOneAnswer_IsFalse() => Assert.False(Rule.IsNarrow(0, 0, 0));

    [Fact]
    public void IsNarrow_Undefined_IsFalse() => Assert.False(Rule.IsNarrow(null, null, null));
}
