using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;

namespace Neatx.Learning.Features;

/// <summary>
/// Outputs of frozen networks, computed once and kept in a folder that any number of runs share. Safe under kill -9 and parallel processes:
/// what was computed stays, nothing counts half-written, and one process at a time computes for a set while others wait for it.
/// </summary>
public sealed class FeatureCache
{
    private readonly string _folder;
    private readonly Func<string, long> _freeBytes;

    /// <param name="folder">Where features are kept; made where it is not there.</param>
    public FeatureCache(string folder)
        : this(folder, path => new DriveInfo(path).AvailableFreeSpace)
    {
    }

    internal FeatureCache(string folder, Func<string, long> freeBytes) => (_folder, _freeBytes) = (Path.GetFullPath(folder), freeBytes);

    /// <summary>What features of so many images take, for people: "3,543 x 1.02 MB = 3.60 GB as fp32".</summary>
    public static string SpaceOf(FeatureSet set, int images) => FeatureSpace.Text(set, images);

    /// <summary>
    /// Makes sure that the features of images are there and intact, and opens them. What is missing is computed: decoding on all cores, a
    /// few images ahead; batches on the engine; written as they come.
    /// </summary>
    /// <param name="paths">The files of the images.</param>
    /// <param name="preparation">Prepares them.</param>
    /// <param name="prefix">The frozen part.</param>
    /// <param name="engine">Runs it.</param>
    /// <param name="storage">How they are kept.</param>
    /// <param name="progress">Hears of it, on this thread.</param>
    /// <param name="cancellation">Ends it between two batches; what was computed stays.</param>
    /// <exception cref="NeatxException">The disk has too little room or fills up, a value does not fit its storage or is no number, or the folder cannot be used.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CachedFeatures Ensure(
        IReadOnlyList<string> paths,
        PreparedImages preparation,
        Network prefix,
        OnnxEngine engine,
        FeatureStorage storage,
        Action<FeatureProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var set = FeatureSet.Of(prefix, engine, preparation.Options, storage);
        FeatureStore? store = null;
        try
        {
            store = new FeatureStore(_folder, set);
            var work = new FeatureWork(store, paths, progress ?? (_ => { }), cancellation);
            work.Hash();
            var (computed, error) = work.Complete(preparation, engine, _freeBytes);
            return new CachedFeatures(store, work.Keys, work.Refused, computed, error);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            store?.Dispose();
            throw new NeatxException(
                $"features cannot be kept in {_folder}: {wrong.Message.TrimEnd('.')}. What was computed stays; free some room or choose another cache folder, then start again.", wrong);
        }
        catch
        {
            store?.Dispose();
            throw;
        }
    }
}
