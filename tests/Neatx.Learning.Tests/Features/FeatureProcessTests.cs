using System.Diagnostics;
using System.Globalization;
using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Learning.Features;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;
using Neatx.Learning.Tests.Driving;

namespace Neatx.Learning.Tests.Features;

/// <summary>Real processes: killed, several at once, on a full disk, and watched for the memory they take.</summary>
public sealed class FeatureProcessTests : IDisposable
{
    private const string FilmsVariable = "NEATX_TEST_FILMS", CountVariable = "NEATX_TEST_COUNT", SizeVariable = "NEATX_TEST_SIZE", CutVariable = "NEATX_TEST_CUT";
    private const string Tail = "features.denseblock3.denselayer7.concat";

    private readonly Scratch _scratch = new();

    [Fact]
    public void Ensure_WriterKilled_KeepsWhatItWroteAndFreesTheLock()
    {
        Write(60, 64);
        using (var child = Start(60, 64, Tail))
        {
            child.Await("computed 24");
            child.Kill();
        }

        var (computed, total) = Ensure(60, 64, Tail);
        // Batches of eight: at least the two before the one that was being reported, and never all.
        Assert.InRange(computed, 1, total - 16);
        Assert.Equal(0, Ensure(60, 64, Tail).Computed);
    }

    [Fact]
    public void Ensure_ProcessesAtOnce_ComputeEachImageOnce()
    {
        Write(60, 64);
        using var first = Start(60, 64, Tail);
        using var second = Start(60, 64, Tail);
        var computed = (int[])[Number(first.Await("done ")), Number(second.Await("done "))];
        Assert.Equal(60, computed.Sum());
        Assert.Equal(0, Ensure(60, 64, Tail).Computed);
    }

    [Fact]
    public void Ensure_DiskFull_SaysSoAndKeepsWhatWasComputed()
    {
        Write(60, 64);
        // A file of features takes at most so many KiB; what comes after fails as on a full disk.
        using (var child = Start(60, 64, Tail, "trap '' XFSZ; ulimit -f 400;"))
            Assert.StartsWith($"features cannot be kept in {_scratch["cache"]}: ", child.Await("refused "), StringComparison.Ordinal);
        var (computed, total) = Ensure(60, 64, Tail);
        Assert.InRange(computed, 1, total - 8);
    }

    [Fact]
    public void Ensure_ManyImages_TakesNoMoreMemoryThanFew()
    {
        const int Size = 256;
        const string Cut = "features.pool0";
        Write(660, Size);
        long Peak(int films)
        {
            // What is there already is mapped to be checked, up to a limit of its own.
            if (Directory.Exists(_scratch["cache"])) Directory.Delete(_scratch["cache"], recursive: true);
            using var child = Start(films, Size, Cut);
            return Number(child.Await("peak "));
        }

        var few = Peak(60);
        // Of 600 more, features alone take 236 MB and decoded films 79 MB.
        Assert.InRange(Peak(660) - few, long.MinValue, 100);
    }

    [Fact]
    [Trait("Category", "Heavy")]
    public void Ensure_DenseNetAtFullSize_StaysFarBelowFourGibibytes()
    {
        Write(96, 512);
        using var child = Start(96, 512, "");
        // In MB. 112,120 images add their paths, keys and places, some 60 MB.
        Assert.InRange(Number(child.Await("peak ")), 1, 2000);
    }

    /// <summary>The child: makes sure of the features, and says how far it is.</summary>
    [Fact(Explicit = true)]
    public void Child_Ensure()
    {
        string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";
        var folder = Variable(FilmsVariable);
        var (count, size) = (Number(Variable(CountVariable)), Number(Variable(SizeVariable)));
        try
        {
            using var features = Open(folder, count, size, Variable(CutVariable), progress =>
            {
                if (progress.Phase == FeaturePhase.Computing) Child.Say($"computed {progress.Done}");
            });
            Child.Say($"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000}");
            Child.Say($"done {features.Computed}");
        }
        catch (NeatxException refused)
        {
            Child.Say($"refused {refused.Message}");
        }
    }

    public void Dispose() => _scratch.Dispose();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static CachedFeatures Open(string folder, int count, int size, string cut, Action<FeatureProgress>? progress)
    {
        var architecture = cut.Length == 0 ? Architecture.DenseNet121 : Architecture.Small;
        var prefix = NetworkCase.Of(architecture, ModelVariant.Torchvision).Before(cut.Length == 0 ? Networks.TailStart(architecture, FreezePolicy.AllButTail) : cut);
        using var engine = OnnxEngine.Of(prefix, FormulaWeights.Of(prefix), size, new EngineOptions());
        string[] paths = [.. Directory.EnumerateFiles(Path.Combine(folder, "films")).Order(StringComparer.Ordinal).Take(count)];
        return new FeatureCache(Path.Combine(folder, "cache")).Ensure(
            paths, new PreparedImages(new PreprocessingOptions { Size = size }), prefix, engine, FeatureStorage.Fp32, progress, TestContext.Current.CancellationToken);
    }

    private void Write(int films, int size) => FilmFiles.Write(_scratch["films"], films, size);

    private (int Computed, int Total) Ensure(int count, int size, string cut)
    {
        using var features = Open(_scratch.Folder, count, size, cut, null);
        return (features.Computed, features.Count);
    }

    private Child Start(int count, int size, string cut, string before = "") => new(
        $"{typeof(FeatureProcessTests).FullName}.{nameof(Child_Ensure)}",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FilmsVariable] = _scratch.Folder,
            [CountVariable] = count.ToString(CultureInfo.InvariantCulture),
            [SizeVariable] = size.ToString(CultureInfo.InvariantCulture),
            [CutVariable] = cut,
            // The runtime itself makes a file that is larger than the limit.
            ["DOTNET_EnableWriteXorExecute"] = "0",
        },
        before);
}
