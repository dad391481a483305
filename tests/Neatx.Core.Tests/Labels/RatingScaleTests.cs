using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Labels;

public sealed class RatingScaleTests
{
    [Theory]
    [InlineData(0, 0.0, 0)]
    [InlineData(1, .25, 0)]
    [InlineData(2, .5, null)]
    [InlineData(3, .75, 1)]
    [InlineData(4, 1.0, 1)]
    public void ClassOf_Grade_IsTheSideOfOneHalf(int category, double certainty, int? side)
    {
        Assert.Equal(certainty, RatingScale.Certainty.CertaintyOf(category));
        Assert.Equal(side, RatingScale.Certainty.ClassOf(category));
    }

    [Fact]
    public void StateOf_NamesNegativeAndPositiveInAnyOrder_IsTheState()
    {
        var scale = RatingScale.Nominal("positive", "negative");

        Assert.True(scale.IsBinary);
        Assert.Equal(LabelState.Positive, scale.StateOf(0));
        Assert.Equal(LabelState.Negative, scale.StateOf(1));
        Assert.Null(RatingScale.Nominal("L", "R").StateOf(0));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", " ")]
    public void Nominal_NameTwiceOrBlank_Throws(string first, string second) =>
        Assert.Throws<ArgumentException>(() => RatingScale.Nominal(first, second));

    [Fact]
    public void Nominal_NoneOrTooMany_Throws()
    {
        Assert.Throws<ArgumentException>(() => RatingScale.Nominal());
        Assert.Throws<ArgumentException>(() => RatingScale.Nominal(Enumerable.Range(0, 251).Select(index => $"c{index}")));
    }

    [Fact]
    public void ClassOf_CategoryOutside_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RatingScale.Certainty.ClassOf(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => RatingScale.Certainty.StateOf(2));
    }
}
