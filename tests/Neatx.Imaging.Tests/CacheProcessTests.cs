namespace Neatx.Imaging.Tests;

/// <summary>Several processes on one cache, and one that is killed.</summary>
public sealed class CacheProcessTests : IDisposable
{
    private readonly TempFolder films = new();
    private readonly TempFolder cache = new();

    public void Dispose()
    {
        films.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task PrepareAll_ThreeProcessesAtOnce_LeaveOneWholeEntryEach()
    {
        var paths = SyntheticFilms.Write(films, 20);

        var writers = Enumerable.Range(0, 3).Select(_ => CacheWriter.Start(films.Path, cache.Path)).ToList();
        foreach (var writer in writers)
        {
            using (writer)
            {
                await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
                await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
                Assert.Equal(0, writer.ExitCode);
            }
        }

        Assert.Equal(20, Directory.GetFiles(cache.Path, "*", SearchOption.AllDirectories).Length);
        AssertAllEqualFreshOnes(paths, cached: 20);
    }

    [Fact]
    public async Task PrepareAll_ProcessKilledWhileWriting_LeavesWholeEntriesOnly()
    {
        var paths = SyntheticFilms.Write(films, 300);

        using (var writer = CacheWriter.Start(films.Path, cache.Path))
        {
            // Films flow; somewhere among them it dies.
            for (var seen = 0; seen < 25;)
                if ((await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Contains("prepared", StringComparison.Ordinal)) seen++;
            writer.Kill();
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var entries = Directory.GetFiles(cache.Path, "*.nxi", SearchOption.AllDirectories).Length;
        Assert.InRange(entries, 25, 299);
        // Every entry counts as found, so none is damaged; the rest is made now.
        AssertAllEqualFreshOnes(paths, entries);
    }

    private void AssertAllEqualFreshOnes(string[] paths, int cached)
    {
        var found = 0;
        var kept = new PreparedImages(CacheWriter.Options, cache.Path).PrepareAll(
            paths, progress: progress => found = progress.Cached, cancellation: TestContext.Current.CancellationToken);
        var fresh = new PreparedImages(CacheWriter.Options).PrepareAll(paths, cancellation: TestContext.Current.CancellationToken);
        foreach (var (ours, theirs) in fresh.Zip(kept)) Assert.True(ours.Image!.Pixels.Span.SequenceEqual(theirs.Image!.Pixels.Span));
        Assert.Equal(cached, found);
    }
}
