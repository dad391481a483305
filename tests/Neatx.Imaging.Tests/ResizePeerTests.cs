using Neatx.Core.Training;
using Neatx.Imaging.Films;

namespace Neatx.Imaging.Tests;

/// <summary>Equality with scikit-image; the golden files and their generator lie in Golden.</summary>
public sealed class ResizePeerTests
{
    public static TheoryData<string, int, Resampling> Cases()
    {
        var cases = new TheoryData<string, int, Resampling>();
        foreach (var film in new[] { "tall", "wide", "small", "strip" })
            foreach (var size in new[] { 32, 64, 100 })
                foreach (var resampling in Enum.GetValues<Resampling>()) cases.Add(film, size, resampling);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Prepare_FilmOfAnyShape_EqualsScikitImage(string film, int size, Resampling resampling)
    {
        var golden = TestFile.Path($"Golden/{film}-{size}-{resampling.ToString().ToLowerInvariant()}.png");
        Assert.True(new FilmReader().Read(golden).TryGet(out var expected, out _));
        var preprocessor = new Preprocessor(new PreprocessingOptions { Size = size, Resampling = resampling });

        Assert.True(preprocessor.Prepare(TestFile.Path($"Golden/{film}.png")).TryGet(out var image, out _));

        var (actual, wanted) = (image.Pixels.ToArray(), expected.Pixels.ToArray());
        var furthest = actual.Zip(wanted, (a, b) => Math.Abs(a - b)).Max();
        // One step of 65,535: they sum in double precision, we in single.
        Assert.InRange(furthest, 0, 1);
    }
}
