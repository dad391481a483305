using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Learning.Features;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;
using Neatx.Learning.Tests.Driving;

namespace Neatx.Learning.Tests.Features;

/// <summary>A folder with a few films, a small frozen network to run over them, and a cache.</summary>
internal sealed class FeatureBench : IDisposable
{
    public const int Size = 64;

    private readonly Scratch _scratch = new();

    public FeatureBench(int films = 5, ulong seed = 1)
    {
        Prefix = NetworkCase.Of(Architecture.Small, ModelVariant.Torchvision).Before(Networks.TailStart(Architecture.Small, FreezePolicy.AllButTail));
        Engine = OnnxEngine.Of(Prefix, FormulaWeights.Of(Prefix, seed), Size, new EngineOptions { Threads = 1, Batch = 2 });
        Paths = FilmFiles.Write(_scratch["films"], films, Size);
        Preparation = new PreparedImages(new PreprocessingOptions { Size = Size });
        CacheFolder = _scratch["cache"];
    }

    public Network Prefix { get; }

    public OnnxEngine Engine { get; }

    public string[] Paths { get; set; }

    public PreparedImages Preparation { get; }

    public string CacheFolder { get; }

    public FeatureStorage Storage { get; set; } = FeatureStorage.Fp32;

    /// <summary>The files of features, in order.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(CacheFolder, "*.features", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public CachedFeatures Ensure(Action<FeatureProgress>? progress = null, Func<string, long>? free = null, CancellationTokenSource? stop = null) =>
        (free is null ? new FeatureCache(CacheFolder) : new FeatureCache(CacheFolder, free)).Ensure(
            Paths, Preparation, Prefix, Engine, Storage, progress, stop?.Token ?? TestContext.Current.CancellationToken);

    /// <summary>Makes sure, closes, and says how many were computed.</summary>
    public int Computed()
    {
        using var features = Ensure();
        return features.Computed;
    }

    /// <summary>What the engine gives for one film, past all caches.</summary>
    public float[] Expected(int film)
    {
        var values = new float[Engine.OutputLength];
        Engine.Run([Preparation.Prepare(Paths[film]).Image!], values);
        return values;
    }

    public static float[] Read(IFeatureSource source, params int[] films)
    {
        var values = new float[films.Length * source.Dimensions.Aggregate(1, (product, side) => product * side)];
        source.Read(films, values);
        return values;
    }

    public void Dispose()
    {
        Engine.Dispose();
        _scratch.Dispose();
    }
}
