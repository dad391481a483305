using System.Security.Cryptography;
using Neatx.Core.Training;
using Neatx.Imaging.Caching;
using Neatx.Imaging.Films;

namespace Neatx.Imaging;

/// <summary>
/// Prepares many films on all cores, in bounded memory, and keeps them if a folder is given. Safe for use by many threads, and by many
/// processes on one folder.
/// </summary>
public sealed class PreparedImages
{
    private readonly Preprocessor preprocessor;
    private readonly FilmLimits limits;
    private readonly PreparedImageCache? cache;

    /// <param name="options">What is done to each film.</param>
    /// <param name="cacheFolder">Where prepared images are kept; null to keep none.</param>
    /// <param name="limits">What a film may ask of this machine; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not between 1 and 8,192.</exception>
    public PreparedImages(PreprocessingOptions options, string? cacheFolder = null, FilmLimits? limits = null)
    {
        this.limits = limits ?? new FilmLimits();
        preprocessor = new Preprocessor(options, this.limits);
        cache = cacheFolder is null ? null : new PreparedImageCache(cacheFolder, options);
    }

    public PreprocessingOptions Options => preprocessor.Options;

    /// <summary>One film, from the cache where it is there. Whatever the file holds, the answer is an image or a refusal; it carries the content's SHA-256.</summary>
    /// <exception cref="Core.NeatxException">The cache cannot be written, or libvips is missing on this system.</exception>
    public PreparationResult Prepare(string path) => Prepare(path, out _);

    /// <summary>Many films, in the order of their paths. While the caller works on one, those that follow are prepared, a few ahead of it.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="workers">Threads that prepare; the number of processors when null.</param>
    /// <param name="progress">Hears of every film, in order, on the thread that takes them.</param>
    /// <param name="cancellation">Ends it between two films.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="Core.NeatxException">The cache cannot be written, or libvips is missing on this system.</exception>
    public IEnumerable<PreparationResult> PrepareAll(
        IReadOnlyList<string> paths, int? workers = null, Action<PreparationProgress>? progress = null, CancellationToken cancellation = default)
    {
        var threads = workers ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1, nameof(workers));
        return Prepared(paths, threads, progress, cancellation);
    }

    private IEnumerable<PreparationResult> Prepared(
        IReadOnlyList<string> paths, int threads, Action<PreparationProgress>? progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        var ahead = new Queue<Task<(PreparationResult Result, bool Cached)>>();
        var (next, refused, hits) = (0, 0, 0);
        try
        {
            for (var done = 1; done <= paths.Count; done++)
            {
                // Twice as many as are prepared at once: a slow film does not stop those behind it.
                while (next < paths.Count && ahead.Count < 2 * threads) ahead.Enqueue(Start(paths[next++], scheduler, stop.Token));
                cancellation.ThrowIfCancellationRequested();
                var (result, cached) = ahead.Dequeue().GetAwaiter().GetResult();
                if (result.Refusal is not null) refused++;
                if (cached) hits++;
                progress?.Invoke(new PreparationProgress(done, paths.Count, refused, hits));
                yield return result;
            }
        }
        finally
        {
            // Whoever stops early waits for the films that are being prepared, so that nothing goes on behind their back.
            stop.Cancel();
            foreach (var task in ahead) ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }
    }

    private Task<(PreparationResult Result, bool Cached)> Start(string path, TaskScheduler scheduler, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => (Prepare(path, out var cached), cached), cancellation, TaskCreationOptions.DenyChildAttach, scheduler);

    private PreparationResult Prepare(string path, out bool cached)
    {
        cached = false;
        byte[] content;
        try
        {
            content = FileContent.Of(path, limits);
        }
        catch (RefusedFilmException refused)
        {
            return PreparationResult.Refused(path, refused.Refusal);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (cache?.Find(path, hash) is { } kept)
        {
            cached = true;
            return kept with { ContentSha256 = hash };
        }

        var result = preprocessor.Prepare(path, content) with { ContentSha256 = hash };
        if (result.Image is not null) cache?.Keep(hash, result);
        return result;
    }
}
