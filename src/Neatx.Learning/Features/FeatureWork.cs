using System.Text.Json;
using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Imaging.Films;
using Neatx.Learning.Inference;

namespace Neatx.Learning.Features;

/// <summary>Finds what a list of images lacks in a set, and computes it.</summary>
internal sealed class FeatureWork(FeatureStore store, IReadOnlyList<string> paths, Action<FeatureProgress> progress, CancellationToken cancellation)
{
    private const string SetFile = "set.json";
    private const string ErrorFile = "error.json";
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<int, Refusal> _refused = [];

    /// <summary>By image; null where the file cannot be read or was refused.</summary>
    public FeatureKey?[] Keys { get; } = new FeatureKey?[paths.Count];

    public IReadOnlyDictionary<int, Refusal> Refused => _refused;

    private string PathOfError => Path.Combine(store.Folder, ErrorFile);

    /// <summary>Hashes the content of every image. A file that cannot be read gets no key here and its refusal when it is prepared.</summary>
    public void Hash()
    {
        const int Chunk = 64;
        for (var start = 0; start < paths.Count; start += Chunk)
        {
            progress(new FeatureProgress(FeaturePhase.Hashing, start, paths.Count));
            var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(start, Math.Min(start + Chunk, paths.Count), options, image => Keys[image] = KeyOf(paths[image]));
        }

        progress(new FeatureProgress(FeaturePhase.Hashing, paths.Count, paths.Count));
    }

    /// <summary>Checks what is there and computes the rest.</summary>
    /// <returns>How many were computed, and the error of the set.</returns>
    public (int Computed, FeatureError Error) Complete(PreparedImages preparation, OnnxEngine engine, Func<string, long> freeBytes)
    {
        Check(Distinct());
        var missing = Missing();
        if (missing.Count == 0) return (0, ReadError());

        using var held = Wait(missing.Count);
        // The one that held the lock before may have computed them.
        var before = missing.ToHashSet();
        store.Refresh();
        Check([.. before.Where(image => Keys[image] is { } key && store.Contains(key))]);
        store.RemoveDamaged();
        missing = Missing();
        if (missing.Count == 0) return (0, ReadError());

        FeatureSpace.Check(store.Set, missing.Count, store.Folder, freeBytes(store.Folder));
        AtomicFile.Write(Path.Combine(store.Folder, SetFile), stream => stream.Write(store.Set.Json()));
        var error = ReadError();
        using var computing = new FeatureComputing(store, engine);
        try
        {
            Compute(missing, preparation, computing);
        }
        finally
        {
            computing.Close();
            if (store.Set.Storage != FeatureStorage.Fp32)
            {
                error = error.With(computing.Error);
                AtomicFile.Write(PathOfError, stream => JsonSerializer.Serialize(stream, error, FeatureJson.Default.FeatureError));
            }
        }

        store.Refresh();
        return (computing.Count, error);
    }

    private static FeatureKey? KeyOf(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true } file && file.Length <= new FilmLimits().MaxBytes ? FeatureKey.Of(FileHash.Of(path)) : null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Compute(List<int> missing, PreparedImages preparation, FeatureComputing computing)
    {
        progress(new FeatureProgress(FeaturePhase.Computing, 0, missing.Count));
        var done = 0;
        foreach (var prepared in preparation.PrepareAll([.. missing.Select(image => paths[image])], cancellation: cancellation))
        {
            var image = missing[done++];
            if (prepared.TryGet(out var film, out var refusal))
            {
                // The file as it was when it was decoded: it may have changed since it was hashed.
                var key = FeatureKey.Of(prepared.ContentSha256!);
                Keys[image] = key;
                computing.Add(key, paths[image], film);
            }
            else
            {
                Keys[image] = null;
                _refused.Add(image, refusal);
            }

            progress(new FeatureProgress(FeaturePhase.Computing, done, missing.Count));
        }

        computing.Finish();
    }

    /// <summary>Waits until no other process computes for this set.</summary>
    private FileStream Wait(int missing)
    {
        while (true)
        {
            if (store.TryLock() is { } held) return held;
            progress(new FeatureProgress(FeaturePhase.Waiting, 0, missing));
            if (cancellation.WaitHandle.WaitOne(Patience)) cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Compares with their checksums those of the images that are there.</summary>
    private void Check(List<int> images)
    {
        for (var index = 0; index < images.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (index % 64 == 0) progress(new FeatureProgress(FeaturePhase.Checking, index, images.Count));
            store.Check(Keys[images[index]]!.Value);
        }

        if (images.Count > 0) progress(new FeatureProgress(FeaturePhase.Checking, images.Count, images.Count));
    }

    /// <summary>The images that have features already, of several with the same content the first.</summary>
    private List<int> Distinct()
    {
        var seen = new HashSet<FeatureKey>();
        return [.. Enumerable.Range(0, paths.Count).Where(image => Keys[image] is { } key && store.Contains(key) && seen.Add(key))];
    }

    private List<int> Missing() => [.. Enumerable.Range(0, paths.Count).Where(image => Keys[image] is not { } key || !store.Contains(key))];

    private FeatureError ReadError() =>
        File.Exists(PathOfError) ? JsonSerializer.Deserialize(File.ReadAllBytes(PathOfError), FeatureJson.Default.FeatureError)! : new FeatureError();
}
