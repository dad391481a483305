using Neatx.Imaging;
using Neatx.Imaging.Films;
using Neatx.Learning.Features;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;
using Neatx.Learning.Training.Input;
using Neatx.Learning.Training.Loop;

namespace Neatx.Learning.Training.Data;

/// <summary>
/// What the trained part of a run reads: pixels where nothing is frozen; else outputs of the frozen part, kept in the cache unless images
/// are augmented or the recipe says otherwise.
/// </summary>
internal sealed class RunRows : IDisposable
{
    private readonly RunInput _input;
    private readonly TrainingOptions _options;
    private readonly ITrainingObserver _observer;
    private readonly string _imageFolder;
    private readonly PreparedImages _preparation;
    private readonly List<IDisposable> _owned = [];
    private Func<int, IRows>? _rows;

    private RunRows(RunInput input, TrainingOptions options, ITrainingObserver observer)
    {
        (_input, _options, _observer) = (input, options, observer);
        _imageFolder = options.ImageFolder is { } given ? Path.GetFullPath(given) : input.ImageFolder;
        _preparation = new PreparedImages(input.Config.Preprocessing, Path.Combine(input.CacheFolder, "images"));
        Paths = [.. input.Images.Select(image => Path.Combine(_imageFolder, image.Path))];
    }

    /// <summary>The images that the rows are of.</summary>
    public UsableImages Usable { get; private set; } = null!;

    /// <summary>How features come about, for state.json.</summary>
    public string Description { get; private set; } = "";

    private IReadOnlyList<string> Paths { get; }

    /// <summary>Prepares images and computes what is kept.</summary>
    /// <exception cref="NeatxException">Too many images cannot be used, or features cannot be kept.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; what was computed stays.</exception>
    public static RunRows Open(
        RunInput input, Network network, string cut, ParameterValues values, TrainingOptions options, ITrainingObserver observer, CancellationToken cancellation)
    {
        var rows = new RunRows(input, options, observer);
        try
        {
            if (cut == network.Input.Name) rows.OpenPixels(cancellation);
            else rows.OpenFeatures(network.Before(cut), values, cancellation);
            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    /// <summary>The rows as an epoch (from 1) sees them when it trains; of epoch 0 as they are.</summary>
    public IRows Of(int epoch) => _rows!(epoch);

    public void Dispose()
    {
        for (var index = _owned.Count - 1; index >= 0; index--) _owned[index].Dispose();
    }

    private void OpenPixels(CancellationToken cancellation)
    {
        var images = Prepare(cancellation);
        var size = _input.Config.Preprocessing.Size;
        Description = _input.Config.Recipe.Augmentation is null ? "none: nothing is frozen" : "none: nothing is frozen, images are augmented";
        _rows = epoch => new PixelRows(size, images(epoch));
    }

    private void OpenFeatures(Network prefix, ParameterValues values, CancellationToken cancellation)
    {
        var recipe = _input.Config.Recipe;
        var engine = OnnxEngine.Of(prefix, values, _input.Config.Preprocessing.Size, new EngineOptions { Threads = _options.Workers });
        _owned.Add(engine);
        if (recipe.Augmentation is not null)
        {
            var images = Prepare(cancellation);
            Description = $"computed for each batch by {EngineIdentity.Text}, since images are augmented";
            _rows = epoch => new EngineRows(engine, images(epoch));
            return;
        }

        IFeatureSource source;
        if (recipe.CacheFeatures)
        {
            var cache = new FeatureCache(Path.Combine(_input.CacheFolder, "features"));
            source = cache.Ensure(Paths, _preparation, prefix, engine, recipe.FeatureStorage, at => _observer.Progress(Words(at.Phase), at.Done, at.Total), cancellation);
            Description = $"kept as {recipe.FeatureStorage.ToString().ToLowerInvariant()}, by {EngineIdentity.Text}";
        }
        else
        {
            source = new ComputedFeatures(Paths, _preparation, engine, at => _observer.Progress("preparing images", at.Done, at.Total), cancellation);
            Description = $"computed for each batch by {EngineIdentity.Text}";
        }

        _owned.Add(source);
        Usable = new UsableImages(_input, _imageFolder, source.Refused);
        var rows = new SourceRows(source, Usable);
        _rows = _ => rows;
    }

    /// <summary>Prepares all images; gives the one of a row as an epoch sees it.</summary>
    private Func<int, Func<int, PreparedImage>> Prepare(CancellationToken cancellation)
    {
        var refused = new Dictionary<int, Refusal>();
        var prepared = new PixelStore(_input.Folder, _input.Config.Preprocessing.Size, Paths.Count);
        _owned.Add(prepared);
        var place = 0;
        foreach (var result in _preparation.PrepareAll(Paths, _options.Workers, at => _observer.Progress("preparing images", at.Done, at.Total), cancellation))
        {
            if (result.TryGet(out var image, out var refusal)) prepared.Add(image);
            else refused.Add(place, refusal);
            place++;
        }

        Usable = new UsableImages(_input, _imageFolder, refused);
        var (augmentation, seed) = (_input.Config.Recipe.Augmentation, _input.Config.Seed);
        return epoch => row =>
        {
            if (epoch == 0 || augmentation is null) return prepared[row];
            var random = Draws.Augmentation(seed, epoch, row);
            return AugmentedImage.Of(prepared[row], augmentation, ref random);
        };
    }

    private static string Words(FeaturePhase phase) => phase switch
    {
        FeaturePhase.Hashing => "reading images",
        FeaturePhase.Waiting => "waiting for another run to compute features",
        FeaturePhase.Checking => "checking features",
        _ => "computing features",
    };
}
