using Neatx.Imaging.Phantom;

namespace Neatx.Imaging.Tests.Phantom;

public sealed class PhantomSceneTests
{
    [Fact]
    public void Defaults_AreAPosteroAnteriorFilmOfAManOfFiftyWithoutFindings()
    {
        var scene = new PhantomScene { Seed = 7 };
        Assert.Equal((7UL, PhantomFindings.None, .3, PhantomView.PosteroAnterior, PhantomSex.Male, 50),
            (scene.PatientSeed, scene.Findings, scene.Difficulty, scene.View, scene.Sex, scene.Age));
    }

    [Theory]
    [InlineData(-.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Difficulty_OutOfRange_Throws(double difficulty) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhantomScene { Seed = 1, Difficulty = difficulty });

    [Fact]
    public void Findings_UnknownFlag_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new PhantomScene { Seed = 1, Findings = (PhantomFindings)4096 });

    [Fact]
    public void Age_OutOfRange_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new PhantomScene { Seed = 1, Age = 121 });

    [Fact]
    public void PatientSeed_OfTwoFilms_GivesTheSameHeart()
    {
        var first = PhantomRenderer.Render(new PhantomScene { Seed = 1, PatientSeed = 9 }, 64);
        var second = PhantomRenderer.Render(new PhantomScene { Seed = 2, PatientSeed = 9 }, 64);
        Assert.Equal(first.Landmarks.CardiothoracicRatio, second.Landmarks.CardiothoracicRatio);
        Assert.False(first.Pixels.SequenceEqual(second.Pixels));
    }
}
