using Neatx.Core.Labels;
using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Learning.Features;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;
using Neatx.Learning.Training.Data;
using Neatx.Learning.Training.Input;
using Neatx.Learning.Training.Loop;
using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Matching;
using TorchSharp;

namespace Neatx.Bench.Works;

/// <summary>
/// An epoch of one batch of 32 images by the paper's recipe: DenseNet-121 at 512 x 512, all but its tail frozen, Adam. The frozen part's outputs come
/// from the cache, or are computed anew from prepared images as without one.
/// </summary>
internal sealed class RecipeWork : IWork, IRows, IDisposable
{
    private const int Images = 32;
    private static readonly string[] Findings = ["drain", "trach", "endo", "nsg"];

    private readonly OnnxEngine _engine;
    private readonly IFeatureSource _source;
    private readonly ParameterSet _parameters;
    private readonly Learner _learner;
    private readonly double _learningRate;

    /// <param name="folder">Holds weights and films.</param>
    /// <param name="films">The files; each is taken several times.</param>
    /// <param name="cached">From the cache.</param>
    public RecipeWork(string folder, IReadOnlyList<string> films, bool cached)
    {
        var config = new RunConfig
        {
            Name = "recipe",
            Seed = 1,
            Architecture = Architecture.DenseNet121,
            Heads = [new Head("tubes", Findings)],
            Recipe = Recipes.ByName[Recipes.Drain],
            ImageFolder = folder,
            CacheFolder = folder,
            ImagesSha256 = "",
        };
        var network = Networks.Create(config);
        var values = LoadedWeights.Read(network, Path.Combine(folder, "densenet.pth"), new MatchOptions()).Over(ParameterValues.Initialise(network, 1));
        var cut = Networks.TailStart(config.Architecture, FreezePolicy.AllButTail);
        var prefix = network.Before(cut);
        var preparation = new PreparedImages(config.Preprocessing, Path.Combine(folder, "prepared"));
        string[] paths = [.. Enumerable.Range(0, Images).Select(image => films[image % films.Count])];
        _engine = OnnxEngine.Of(prefix, values, config.Preprocessing.Size, new EngineOptions());
        _source = cached
            ? new FeatureCache(Path.Combine(folder, "features")).Ensure(paths, preparation, prefix, _engine, FeatureStorage.Fp32)
            : new ComputedFeatures(paths, preparation, _engine);
        Shape = [.. _source.Dimensions.Select(side => (long)side)];
        _parameters = new ParameterSet(values);
        torch.set_num_threads(Environment.ProcessorCount);
        var images = paths.Select((path, image) => new RunImage(
            $"{image}", $"{image}", path, RunParts.Train, [.. Findings.Select((_, finding) => (image >> finding) % 2 == 0 ? LabelState.Negative : LabelState.Positive)], new float?[Findings.Length]));
        _learner = new Learner(
            new TorchNetwork(network.After(cut), _parameters), new LabelTargets(config, [.. images]), config.Recipe.BatchSize, Shape, torch.CPU);
        _learningRate = config.Recipe.LearningRate;
    }

    public IReadOnlyList<long> Shape { get; }

    /// <summary>The loss before the step.</summary>
    public IReadOnlyList<double> Run() => [_learner.Step(this, [.. Enumerable.Range(0, Images)], _learningRate, batch => Draws.Dropout(1, 1, batch))];

    public void CopyTo(ReadOnlySpan<int> rows, Memory<float> values) => _source.Read(rows, values);

    public void Dispose()
    {
        foreach (var owned in (IDisposable[])[_learner, _parameters, _source, _engine]) owned.Dispose();
    }
}
