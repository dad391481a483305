using Neatx.Core.Agreement;

namespace Neatx.Core.Tests.Agreement;

public sealed class AgreementBandTests
{
    [Theory]
    [InlineData(-1, "none")]
    [InlineData(0, "none")]
    [InlineData(.0001, "none to slight")]
    [InlineData(.2, "none to slight")]
    [InlineData(.205, "fair")]
    [InlineData(.4, "fair")]
    [InlineData(.60, "moderate")]
    [InlineData(.61, "substantial")]
    [InlineData(.81, "almost perfect")]
    [InlineData(1, "almost perfect")]
    public void Of_Kappa_IsLandisAndKochsBand(double kappa, string band) => Assert.Equal(band, AgreementBand.Of(kappa).Name);

    [Fact]
    public void LandisKoch_Bands_TileTheScale()
    {
        Assert.Equal(-1, AgreementBand.LandisKoch[0].Above);
        Assert.Equal(1, AgreementBand.LandisKoch[^1].UpTo);
        foreach (var (band, next) in AgreementBand.LandisKoch.Zip(AgreementBand.LandisKoch.Skip(1))) Assert.Equal(band.UpTo, next.Above);
    }

    [Theory]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Of_NoKappa_Throws(double kappa) => Assert.Throws<ArgumentOutOfRangeException>(() => AgreementBand.Of(kappa));
}
