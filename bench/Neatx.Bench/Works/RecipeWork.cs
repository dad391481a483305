using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Learning.Features;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;
using Neatx.Learning.Training.Data;
using Neatx.Learning.Training.Loop;
using TorchSharp;

namespace Neatx.Bench.Works;

/// <summary>
/// An epoch of one batch of 32 images by the paper's recipe: DenseNet-121 at 512 x 512, all but its tail frozen, Adam. The frozen part's outputs come
/// from the cache, or are computed anew from prepared images as without one.
/// </summary>
internal sealed class RecipeWork : IWork, IRows, IDisposable
{
    private const int Images = 32;

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
        var recipe = new PaperRecipe(folder);
        var preprocessing = recipe.Config.Preprocessing;
        var preparation = new PreparedImages(preprocessing, Path.Combine(folder, "prepared"));
        string[] paths = [.. Enumerable.Range(0, Images).Select(image => films[image % films.Count])];
        _engine = OnnxEngine.Of(recipe.Prefix, recipe.Start, preprocessing.Size, new EngineOptions());
        _source = cached
            ? new FeatureCache(Path.Combine(folder, "features")).Ensure(paths, preparation, recipe.Prefix, _engine, FeatureStorage.Fp32)
            : new ComputedFeatures(paths, preparation, _engine);
        Shape = [.. _source.Dimensions.Select(side => (long)side)];
        _parameters = new ParameterSet(recipe.Start);
        torch.set_num_threads(Environment.ProcessorCount);
        _learner = recipe.Learn(_parameters, Images, Shape);
        _learningRate = recipe.Config.Recipe.LearningRate;
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
