using Neatx.Core.Training;
using Neatx.Imaging.Duplicates;
using Neatx.Imaging.Films;

namespace Neatx.Imaging.Tests.Duplicates;

public sealed class PerceptualHashTests
{
    [Fact]
    public void Of_OtherSizeDepthOrContrast_StaysNear()
    {
        var hash = PerceptualHash.Of(Picture(512, value => value));

        Assert.InRange(hash.Distance(PerceptualHash.Of(Picture(256, value => value))), 0, 4);
        Assert.InRange(hash.Distance(PerceptualHash.Of(Picture(150, value => value))), 0, 4);
        Assert.InRange(hash.Distance(PerceptualHash.Of(Picture(512, value => Math.Floor(value * 255) / 255))), 0, 4);
        Assert.InRange(hash.Distance(PerceptualHash.Of(Picture(512, value => .1 + (.8 * value)))), 0, 4);
        Assert.InRange(hash.Distance(PerceptualHash.Of(Picture(512, value => Math.Pow(value, 1.15)))), 0, 14);
    }

    [Fact]
    public void Of_MirroredPicture_IsFar()
    {
        var (picture, mirrored) = (Picture(256, value => value), Picture(256, value => value, mirrored: true));

        Assert.InRange(PerceptualHash.Of(picture).Distance(PerceptualHash.Of(mirrored)), 80, 176);
    }

    [Fact]
    public void ToString_Hash_Is64Digits() =>
        Assert.Equal("0000000000000004000000000000000300000000000000020000000000000001", new PerceptualHash(1, 2, 3, 4).ToString());

    [Fact]
    [Trait("Data", "Real")]
    public void Of_PublicFilms_FindsTheSameFilmAtOtherSizesAndNoOther()
    {
        var rows = File.ReadLines(SharedData.Path("images/manifest.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        var paths = rows.Select(row => SharedData.Path($"images/{row[0]}")).ToArray();
        var hashes = new PreparedImages(new PreprocessingOptions { Size = 64 })
            .PrepareAll(paths, cancellation: TestContext.Current.CancellationToken).Select(result => result.Hash!.Value).ToArray();
        // The eighth column is the film's name, which the public data give to all its copies.
        var images = hashes.Select((hash, place) => new HashedImage(rows[place][7], "", rows[place][0], hash)).ToArray();

        var pairs = NearDuplicates.Of(images, cancellation: TestContext.Current.CancellationToken).Pairs;

        Assert.Equal(90, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(pair.First.Image, pair.Second.Image));
        Assert.InRange(pairs.Max(pair => pair.Distance), 0, 6);
        Assert.Equal(90, NearDuplicates.Of(images, 30, TestContext.Current.CancellationToken).Pairs.Count);
    }

    /// <summary>Waves and boxes, the same at every size.</summary>
    private static Film Picture(int size, Func<double, double> contrast, bool mirrored = false)
    {
        var pixels = new ushort[size * size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var (u, v) = (((mirrored ? size - 1 - x : x) + .5) / size, (y + .5) / size);
                var value = .5 + (.2 * Math.Sin(9 * u * (1 + v))) + (.15 * Math.Cos((17 * v) - (5 * u * u))) + (.1 * Math.Sin(31 * u * v));
                pixels[(y * size) + x] = (ushort)(Math.Clamp(contrast(value), 0, 1) * ushort.MaxValue);
            }
        }

        return new Film(size, size, pixels, ushort.MaxValue);
    }
}
