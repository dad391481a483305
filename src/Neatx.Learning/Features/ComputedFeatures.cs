using Neatx.Imaging;
using Neatx.Imaging.Films;
using Neatx.Learning.Inference;

namespace Neatx.Learning.Features;

/// <summary>Features that are computed each time they are asked for: where they would not fit on the disk, and to hold the cache to.</summary>
public sealed class ComputedFeatures : IFeatureSource
{
    private readonly IReadOnlyList<string> _paths;
    private readonly PreparedImages _preparation;
    private readonly OnnxEngine _engine;

    /// <summary>Tries every image once, so that refusals are known before training starts.</summary>
    /// <param name="paths">The files of the images.</param>
    /// <param name="preparation">Prepares them; with a cache folder, decoding happens once.</param>
    /// <param name="engine">Runs the frozen part; the caller's, and not disposed.</param>
    /// <param name="progress">Hears of every image.</param>
    /// <param name="cancellation">Ends it between two images.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ComputedFeatures(
        IReadOnlyList<string> paths,
        PreparedImages preparation,
        OnnxEngine engine,
        Action<PreparationProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        (_paths, _preparation, _engine) = ([.. paths], preparation, engine);
        var refused = new Dictionary<int, Refusal>();
        var place = 0;
        foreach (var prepared in preparation.PrepareAll(_paths, progress: progress, cancellation: cancellation))
        {
            if (prepared.Refusal is { } refusal) refused.Add(place, refusal);
            place++;
        }

        Refused = refused;
    }

    /// <inheritdoc/>
    public int Count => _paths.Count;

    /// <inheritdoc/>
    public IReadOnlyList<int> Dimensions => _engine.OutputDimensions;

    /// <inheritdoc/>
    public IReadOnlyDictionary<int, Refusal> Refused { get; }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<int> images, Memory<float> values)
    {
        List<string> paths = [];
        foreach (var image in images) paths.Add(_paths[image]);
        List<PreparedImage> prepared = [];
        foreach (var result in _preparation.PrepareAll(paths))
        {
            if (!result.TryGet(out var film, out var refusal)) throw new ArgumentException($"{result.Path} was refused: {refusal}", nameof(images));
            prepared.Add(film);
        }

        _engine.Run(prepared, values);
    }

    public void Dispose()
    {
    }
}
