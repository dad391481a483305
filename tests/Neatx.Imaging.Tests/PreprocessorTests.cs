using CsCheck;
using Neatx.Core.Training;
using Neatx.Imaging.Films;

namespace Neatx.Imaging.Tests;

public sealed class PreprocessorTests
{
    [Fact]
    public void Prepare_FilmOfItsSize_IsDividedByItsMaximumAlone()
    {
        var image = Prepare(new() { Size = 2 }, Film(2, 2, 10, 20, 30, 40));

        Assert.Equal(new[] { 10, 20, 30, 40 }.Select(value => (ushort)Math.Round(value * 65535 / 40.0)), image.Pixels.ToArray());
    }

    [Fact]
    public void Prepare_NotDividedByMaximum_IsDividedByTheHighestOfItsFormat()
    {
        var image = Prepare(new() { Size = 2, DivideByMaximum = false }, Film(2, 2, 0, 51, 102, 255));

        Assert.Equal([0, 13107, 26214, 65535], image.Pixels.ToArray());
    }

    [Fact]
    public void Prepare_BorderOfTheSmallestValue_IsCutOffAndNoMore()
    {
        // The 5 within stays, and so does the border of 6.
        var image = Prepare(new() { Size = 3 }, Film(5, 4,
            5, 5, 5, 5, 5,
            5, 6, 7, 6, 5,
            5, 8, 5, 9, 5,
            5, 6, 6, 7, 5));

        Assert.Equal(new[] { 6, 7, 6, 8, 5, 9, 6, 6, 7 }.Select(value => (ushort)Math.Round(value * 65535 / 9.0)), image.Pixels.ToArray());
    }

    [Fact]
    public void Prepare_WithoutCropping_KeepsTheBorder() =>
        Assert.Equal([0, 0, 0, 65535], Prepare(new() { Size = 2, CropBorder = false }, Film(2, 2, 0, 0, 0, 9)).Pixels.ToArray());

    [Fact]
    public void Prepare_WideFilm_IsPaddedWithZeroAboveAndBelow() =>
        Assert.Equal(
            [0, 0, 0, 0, 32768, 65535, 32768, 65535, 0, 0, 0, 0, 0, 0, 0, 0],
            Prepare(new() { Size = 4, CropBorder = false }, Film(4, 1, 1, 2, 1, 2)).Pixels.ToArray());

    [Fact]
    public void Prepare_StretchedFilm_FillsTheSquare() =>
        Assert.All(Prepare(new() { Size = 4, KeepAspect = false }, Film(4, 1, 1, 2, 1, 2)).Pixels.ToArray(), value => Assert.NotEqual(0, value));

    [Theory]
    [InlineData(1, 1, new[] { 7 })]
    [InlineData(2, 2, new[] { 0, 0, 0, 0 })]
    [InlineData(3, 1, new[] { 65535, 65535, 65535 })]
    public void Prepare_ConstantFilm_IsRefused(int width, int height, int[] pixels)
    {
        var result = new Preprocessor(new()).Prepare("film", Film(width, height, pixels));

        Assert.Null(result.Image);
        Assert.Equal(RefusalReason.Constant, result.Refusal!.Reason);
        Assert.Contains($"the value {pixels[0]};", result.Refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_AnyFilmAndOptions_GivesAnImageOrSaysConstant() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 60], Gen.Int[1, 60], Gen.Int[1, 70], Gen.Int[0, 15]).Sample((seed, width, height, size, switches) =>
        {
            var random = new Random(seed);
            var pixels = new ushort[width * height];
            foreach (ref var pixel in pixels.AsSpan()) pixel = (ushort)(random.Next(3) == 0 ? random.Next(65536) : 3);
            var options = new PreprocessingOptions
            {
                Size = size,
                CropBorder = (switches & 1) == 0,
                KeepAspect = (switches & 2) == 0,
                DivideByMaximum = (switches & 4) == 0,
                Resampling = (switches & 8) == 0 ? Resampling.Antialiased : Resampling.Bilinear,
            };

            var result = new Preprocessor(options).Prepare("film", new Film(width, height, pixels, ushort.MaxValue));

            Assert.Equal(pixels.Min() == pixels.Max(), result.Refusal?.Reason == RefusalReason.Constant);
            if (result.Image is { } image) Assert.Equal(size * size, image.Pixels.Length);
        });

    [Fact]
    public void Prepare_FlatWithinItsBorder_StaysFlatAtEverySize() =>
        Gen.Select(Gen.Int[1, 90], Gen.Int[1, 90], Gen.Int[1, 120], Gen.Bool).Sample((width, height, size, antialiased) =>
        {
            var pixels = Enumerable.Repeat(40_000, width * height).ToArray();
            pixels[0] = 39_999;
            var options = new PreprocessingOptions
            {
                Size = size,
                CropBorder = false,
                KeepAspect = false,
                Resampling = antialiased ? Resampling.Antialiased : Resampling.Bilinear,
            };
            if (width * height == 1) return;

            // Weights sum to one, at the edges too.
            Assert.All(Prepare(options, Film(width, height, pixels)).Pixels.ToArray(), value => Assert.InRange(value, 65_533, 65_535));
        });

    [Fact]
    public void CopyTo_Image_IsEachValueOver65535()
    {
        var numbers = new float[4];

        new PreparedImage(2, new ushort[] { 0, 1, 32_768, 65_535 }).CopyTo(numbers);

        Assert.Equal([0, 1 / 65535f, 32_768 / 65535f, 1], numbers);
    }

    private static Film Film(int width, int height, params int[] pixels) => new(width, height, pixels.Select(value => (ushort)value).ToArray(), byte.MaxValue);

    private static PreparedImage Prepare(PreprocessingOptions options, Film film)
    {
        Assert.True(new Preprocessor(options).Prepare("film", film).TryGet(out var image, out var refusal), refusal?.ToString());
        return image;
    }
}
