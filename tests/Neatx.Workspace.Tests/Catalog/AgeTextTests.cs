using Neatx.Workspace.Catalog;

namespace Neatx.Workspace.Tests.Catalog;

public sealed class AgeTextTests
{
    [Theory]
    [InlineData("57", 57)]
    [InlineData("57.5", 57.5)]
    [InlineData("57.0", 57)]
    [InlineData("0", 0)]
    [InlineData("058Y", 58)]
    [InlineData("058y", 58)]
    [InlineData("011M", 11 / 12.0)]
    [InlineData("001D", 1 / 365.25)]
    [InlineData("003W", 21 / 365.25)]
    [InlineData("412Y", 412)]
    [InlineData("1234", 1234)]
    public void TryParse_Age_GivesYears(string text, double years)
    {
        Assert.True(AgeText.TryParse(text, out var read));
        Assert.Equal(years, read, 12);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Y")]
    [InlineData("-3")]
    [InlineData("old")]
    [InlineData("5 Y")]
    [InlineData("NaN")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    public void TryParse_AnythingElse_IsFalse(string text) => Assert.False(AgeText.TryParse(text, out _));
}
