using Neatx.Imaging.Phantom;

namespace Neatx.Imaging.Tests.Phantom;

public sealed class PhantomRendererTests
{
    private const PhantomFindings Everything = PhantomFindings.ChestDrain | PhantomFindings.EndotrachealTube | PhantomFindings.TracheostomyTube
        | PhantomFindings.NasogastricTube | PhantomFindings.Pneumothorax | PhantomFindings.Effusion | PhantomFindings.Cardiomegaly;

    [Theory]
    [InlineData(64)]
    [InlineData(129)]
    [InlineData(512)]
    public void Render_AnySize_GivesDarkLungsAboveABrightBelly(int size)
    {
        var film = PhantomRenderer.Render(Scenes.Of(1), size, withMasks: true);
        Assert.Equal((size, size * size), (film.Size, film.Pixels.Length));
        var (lung, belly) = (Mean(film, film.Mask(PhantomRegion.Lungs)), film.Pixels[((size * 93 / 100) * size) + (size / 2)]);
        Assert.True(lung < .6 * belly, $"lungs {lung:0}, below the diaphragm {belly}");
    }

    [Fact]
    [Trait("Category", "Heavy")]
    public void Render_TheLargestSize_Works()
    {
        var film = PhantomRenderer.Render(Scenes.Of(2, Everything), PhantomRenderer.LargestSize, withMasks: true);
        Assert.Equal(9_000_000, film.Pixels.Length);
    }

    [Theory]
    [InlineData(63)]
    [InlineData(3_001)]
    public void Render_SizeOutOfRange_Throws(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => PhantomRenderer.Render(Scenes.Of(1), size));

    [Fact]
    public void Render_SameScene_GivesTheSameBytesOnAnyThread()
    {
        var alone = Enumerable.Range(0, 6).Select(number => PhantomRenderer.Render(Scenes.Of(number, Everything), 96, withMasks: true)).ToList();
        var together = new PhantomFilm[6];
        Parallel.For(0, 6, number => together[number] = PhantomRenderer.Render(Scenes.Of(number, Everything), 96, withMasks: true));
        for (var number = 0; number < 6; number++)
        {
            Assert.True(alone[number].Pixels.SequenceEqual(together[number].Pixels));
            foreach (var region in Enum.GetValues<PhantomRegion>()) Assert.True(alone[number].Mask(region).SequenceEqual(together[number].Mask(region)));
        }
    }

    [Fact]
    public void Render_OtherSeed_GivesAnotherFilm() =>
        Assert.False(PhantomRenderer.Render(Scenes.Of(1), 64).Pixels.SequenceEqual(PhantomRenderer.Render(Scenes.Of(1) with { Seed = 99 }, 64).Pixels));

    [Fact]
    public void Render_WithMasks_LeavesThePixelsAsTheyAre() =>
        Assert.True(PhantomRenderer.Render(Scenes.Of(3, Everything), 80, withMasks: true).Pixels
            .SequenceEqual(PhantomRenderer.Render(Scenes.Of(3, Everything), 80).Pixels));

    [Fact]
    public void Mask_OfAFilmWithoutMasks_Throws() =>
        Assert.Throws<InvalidOperationException>(() => PhantomRenderer.Render(Scenes.Of(3), 64).Mask(PhantomRegion.Lungs).Length);

    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    public void Render_TwoSizes_ShowTheSameScene(int number)
    {
        var small = PhantomRenderer.Render(Scenes.Of(number, Everything), 128).Pixels.ToArray();
        var large = Halved(Halved(PhantomRenderer.Render(Scenes.Of(number, Everything), 512).Pixels.ToArray(), 512), 256);
        Assert.InRange(Correlation(small, large), .99, 1);
    }

    [Fact]
    public void Render_OneFindingMore_ChangesLittleBesideIt()
    {
        for (var number = 0; number < 5; number++)
        {
            var without = PhantomRenderer.Render(Scenes.Of(number), 128);
            var with = PhantomRenderer.Render(Scenes.Of(number, PhantomFindings.ChestDrain), 128, withMasks: true);
            var (inside, outside, insides, outsides) = (0.0, 0.0, 0, 0);
            for (var pixel = 0; pixel < with.Pixels.Length; pixel++)
            {
                var difference = Math.Abs(with.Pixels[pixel] - without.Pixels[pixel]);
                if (with.Mask(PhantomRegion.ChestDrain)[pixel] != 0) (inside, insides) = (inside + difference, insides + 1);
                else (outside, outsides) = (outside + difference, outsides + 1);
            }

            Assert.True(inside / insides > 20 * outside / outsides, $"film {number}: {inside / insides:0} inside, {outside / outsides:0} outside");
        }
    }

    private static double Mean(PhantomFilm film, ReadOnlySpan<byte> mask)
    {
        var (sum, count) = (0.0, 0);
        for (var pixel = 0; pixel < mask.Length; pixel++)
            if (mask[pixel] != 0) (sum, count) = (sum + film.Pixels[pixel], count + 1);
        return sum / count;
    }

    private static ushort[] Halved(ushort[] pixels, int size)
    {
        var half = new ushort[size * size / 4];
        for (var y = 0; y < size; y += 2)
        {
            for (var x = 0; x < size; x += 2)
            {
                var (above, below) = ((y * size) + x, ((y + 1) * size) + x);
                half[(y / 2 * (size / 2)) + (x / 2)] = (ushort)((pixels[above] + pixels[above + 1] + pixels[below] + pixels[below + 1]) / 4);
            }
        }

        return half;
    }

    private static double Correlation(ushort[] a, ushort[] b)
    {
        var (meanA, meanB) = (a.Average(value => (double)value), b.Average(value => (double)value));
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var index = 0; index < a.Length; index++)
        {
            ab += (a[index] - meanA) * (b[index] - meanB);
            aa += (a[index] - meanA) * (a[index] - meanA);
            bb += (b[index] - meanB) * (b[index] - meanB);
        }

        return ab / Math.Sqrt(aa * bb);
    }
}
