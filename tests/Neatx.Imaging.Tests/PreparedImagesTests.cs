using CsCheck;
using Neatx.Core.Training;
using Neatx.Imaging.Films;

namespace Neatx.Imaging.Tests;

public sealed class PreparedImagesTests : IDisposable
{
    private static readonly PreprocessingOptions Options = new() { Size = 32 };
    private readonly TempFolder films = new();
    private readonly TempFolder cache = new();

    public void Dispose()
    {
        films.Dispose();
        cache.Dispose();
    }

    [Fact]
    public void PrepareAll_SecondTime_ComesFromTheCacheAndIsEqual()
    {
        var paths = SyntheticFilms.Write(films, 7);
        var fresh = All(new PreparedImages(Options), paths, out _);

        var first = All(Cached(Options), paths, out var none);
        var second = All(Cached(Options), paths, out var all);

        Assert.Equal((0, 7), (none.Cached, all.Cached));
        Assert.Equal(fresh, first);
        Assert.Equal(fresh, second);
    }

    [Fact]
    public void Prepare_AnyPixels_ComeOutOfTheCacheUnchanged() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 40], Gen.Int[1, ushort.MaxValue]).Sample(
            (seed, side, highest) =>
            {
                var path = films.Write("any.png", SyntheticFilms.Noise(seed, side + 1, highest));
                var options = new PreprocessingOptions { Size = side + 1, DivideByMaximum = seed % 2 == 0 };
                var fresh = new PreparedImages(options).Prepare(path);
                Cached(options).Prepare(path);
                var kept = Cached(options).Prepare(path);
                Assert.Equal((fresh.Refusal, fresh.Hash), (kept.Refusal, kept.Hash));
                Assert.Equal(fresh.Image?.Pixels.ToArray(), kept.Image?.Pixels.ToArray());
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void Prepare_OtherOptions_AreKeptApart()
    {
        var path = SyntheticFilms.Write(films, 1)[0];
        PreprocessingOptions[] all =
        [
            Options, Options with { Size = 16 }, Options with { CropBorder = false }, Options with { KeepAspect = false },
            Options with { DivideByMaximum = false }, Options with { Resampling = Resampling.Bilinear },
        ];

        foreach (var options in all) Cached(options).Prepare(path);

        Assert.Equal(all.Length, Kept().Length);
    }

    [Fact]
    public void Prepare_NormalisationAlone_IsTheSameImage()
    {
        var path = SyntheticFilms.Write(films, 1)[0];

        foreach (var on in (bool[])[false, true]) Cached(Options with { ImageNetNormalisation = on }).Prepare(path);

        Assert.Single(Kept());
    }

    [Fact]
    public void Prepare_SameContentElsewhere_IsTheSameImage()
    {
        var path = SyntheticFilms.Write(films, 1)[0];
        var copy = films.Write("copy.jpg", File.ReadAllBytes(path));

        Cached(Options).Prepare(path);

        Assert.Equal(1, Progress(Cached(Options), [copy]).Cached);
    }

    [Fact]
    public void Prepare_DamagedEntry_IsMadeAnew()
    {
        var path = SyntheticFilms.Write(films, 1)[0];
        var expected = Cached(Options).Prepare(path).Image!.Pixels.ToArray();
        var entry = Kept().Single();
        var whole = File.ReadAllBytes(entry);
        var damages = new List<byte[]> { Array.Empty<byte>(), whole[..10], whole[..^1], whole[..56] };
        for (var at = 0; at < whole.Length; at += 37)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x40;
            damages.Add(damaged);
        }

        foreach (var damage in damages)
        {
            File.WriteAllBytes(entry, damage);
            Assert.Equal(0, Progress(Cached(Options), [path]).Cached);
            Assert.Equal(expected, Cached(Options).Prepare(path).Image!.Pixels.ToArray());
            Assert.Equal(whole, File.ReadAllBytes(entry));
        }
    }

    [Fact]
    public void PrepareAll_SomeRefused_KeepsOrderAndCounts()
    {
        var paths = SyntheticFilms.Write(films, 9);
        File.WriteAllText(paths[2], "no film");
        File.Delete(paths[5]);

        var results = Cached(Options).PrepareAll(paths, workers: 3, cancellation: TestContext.Current.CancellationToken).ToList();

        Assert.Equal(paths, results.Select(result => result.Path));
        Assert.Equal([RefusalReason.Unsupported, RefusalReason.Missing], results.Where(result => result.Image is null).Select(result => result.Refusal!.Reason));
        Assert.All(results, result => Assert.Equal(result.Path == paths[5], result.ContentSha256 is null));
        Assert.Equal(new PreparationProgress(9, 9, 2, 7), Progress(Cached(Options), paths));
    }

    [Fact]
    public void PrepareAll_CallerThatTakesOne_PreparesFewAhead()
    {
        var paths = SyntheticFilms.Write(films, 40);

        Assert.Equal(paths[0], Cached(Options).PrepareAll(paths, workers: 2, cancellation: TestContext.Current.CancellationToken).First().Path);

        Assert.InRange(Kept().Length, 1, 4);
        Assert.Empty(Unfinished());
    }

    [Fact]
    public void PrepareAll_Cancelled_StopsBetweenFilmsAndKeepsWhatIsDone()
    {
        var paths = SyntheticFilms.Write(films, 40);
        using var stop = new CancellationTokenSource();
        var taken = 0;

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var result in Cached(Options).PrepareAll(paths, cancellation: stop.Token))
                if (++taken == 3) stop.Cancel();
        });

        Assert.Equal(3, taken);
        Assert.InRange(Kept().Length, 3, 39);
        Assert.Equal(40, Progress(Cached(Options), paths).Done);
    }

    [Fact]
    public void PrepareAll_ManyAtOnce_EachSeesWholeImages()
    {
        var paths = SyntheticFilms.Write(films, 12);
        var expected = All(new PreparedImages(Options), paths, out _);

        Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 6 }, _ => Assert.Equal(expected, All(Cached(Options), paths, out var _)));

        Assert.Equal(12, Kept().Length);
    }

    [Fact]
    public void Prepare_CacheThatCannotBeWritten_SaysWhereAndWhatToDo()
    {
        var path = SyntheticFilms.Write(films, 1)[0];
        var blocked = cache.Write("file", []);

        var message = Assert.Throws<NeatxException>(() => new PreparedImages(Options, blocked).Prepare(path)).Message;

        Assert.StartsWith($"A prepared image cannot be kept in {blocked}: ", message, StringComparison.Ordinal);
        Assert.Contains("Free some space or choose another folder", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8193)]
    public void Create_SizeOutOfRange_IsRefused(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PreparedImages(new PreprocessingOptions { Size = size }));

    private PreparedImages Cached(PreprocessingOptions options) => new(options, cache.Path);

    private string[] Kept() => Directory.GetFiles(cache.Path, "*.nxi", SearchOption.AllDirectories);

    private string[] Unfinished() => Directory.GetFiles(cache.Path, "*.tmp", SearchOption.AllDirectories);

    private static ushort[][] All(PreparedImages images, IReadOnlyList<string> paths, out PreparationProgress last)
    {
        var latest = new PreparationProgress(0, 0, 0, 0);
        var pixels = images.PrepareAll(paths, progress: progress => latest = progress).Select(result => result.Image!.Pixels.ToArray()).ToArray();
        last = latest;
        return pixels;
    }

    private static PreparationProgress Progress(PreparedImages images, IReadOnlyList<string> paths)
    {
        var latest = new PreparationProgress(0, 0, 0, 0);
        foreach (var result in images.PrepareAll(paths, progress: progress => latest = progress)) Assert.NotNull(result.Path);
        return latest;
    }
}
