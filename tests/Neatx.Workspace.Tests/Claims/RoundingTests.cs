using Neatx.Workspace.Claims;

namespace Neatx.Workspace.Tests.Claims;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(.71, 2, .7107195598, true)]
    [InlineData(.71, 2, .7049999, false)]
    [InlineData(.715, 3, .7145, true)]
    [InlineData(-.00, 2, -.004, true)]
    [InlineData(.06, 2, .0569, true)]
    [InlineData(112120, 0, 112120, true)]
    [InlineData(112120, 0, 112121, false)]
    public void Agrees_WithinHalfAUnitOfTheLastDigit_IsTrue(double published, int decimals, double computed, bool expected) =>
        Assert.Equal(expected, Rounding.Agrees(published, decimals, computed));

    [Theory]
    [InlineData(.71, 2, .7181, true)]
    [InlineData(.71, 2, .7107, false)]
    [InlineData(.71, 2, .7301, false)]
    public void IsOneUnitOff_CutOffRatherThanRounded_IsTrue(double published, int decimals, double computed, bool expected) =>
        Assert.Equal(expected, Rounding.IsOneUnitOff(published, decimals, computed));
}
