using Neatx.Core.Training;

namespace Neatx.Imaging.Tests;

/// <summary>The public films beside the project: all are prepared.</summary>
[Trait("Data", "Real")]
public sealed class RealFilmTests
{
    [Fact]
    public void PrepareAll_AllPublicFilms_PreparesEveryOne() => PrepareAll(64, "images", 1954);

    [Fact]
    public void PrepareAll_OriginalsAtFullSize_PreparesEveryOne() => PrepareAll(512, "images/nih_1024", 144);

    [Fact]
    [Trait("Category", "Heavy")]
    public void PrepareAll_AllPublicFilmsAtFullSize_PreparesEveryOne() => PrepareAll(512, "images", 1954);

    private static void PrepareAll(int size, string folder, int expected)
    {
        var paths = Directory.GetFiles(SharedData.Path(folder), "*.png", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(expected, paths.Length);

        var results = new PreparedImages(new PreprocessingOptions { Size = size }).PrepareAll(paths).Select(result =>
            (result.Path, Refusal: result.Refusal?.ToString(), Highest: result.Image?.Pixels.ToArray().Max())).ToList();

        Assert.Equal(paths, results.Select(result => result.Path));
        Assert.DoesNotContain(results, result => result.Refusal is not null);
        Assert.All(results, result => Assert.InRange(result.Highest!.Value, (ushort)1, PreparedImage.One));
    }
}
