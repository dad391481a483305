using Neatx.Core.Training;
using Neatx.Imaging.Films;
using Neatx.Learning.Features;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;
using Neatx.Learning.Tests.Driving;

namespace Neatx.Learning.Tests.Features;

public sealed class FeatureCacheTests : IDisposable
{
    private readonly FeatureBench _bench = new();

    [Fact]
    public void Read_AnyOrder_GivesTheBitsOfTheEngine()
    {
        using var features = _bench.Ensure();
        Assert.Equal(5, features.Computed);
        Assert.Equal([.. _bench.Expected(3), .. _bench.Expected(0), .. _bench.Expected(3)], FeatureBench.Read(features, 3, 0, 3));
        Assert.Equal(_bench.Prefix.Shapes(new Shape(3, FeatureBench.Size, FeatureBench.Size))[_bench.Prefix.Outputs[0]].Dimensions, features.Dimensions);
    }

    [Fact]
    public void Read_CachedAndComputed_GivesTheSameBits()
    {
        using var cached = _bench.Ensure();
        using var computed = new ComputedFeatures(_bench.Paths, _bench.Preparation, _bench.Engine, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(cached.Count, computed.Count);
        Assert.Equal(cached.Dimensions, computed.Dimensions);
        foreach (var order in (int[][])[[4, 1], [0], [2, 3, 1, 0, 4]])
            Assert.Equal(FeatureBench.Read(computed, order), FeatureBench.Read(cached, order));
    }

    [Fact]
    public void Ensure_Again_ComputesNothing()
    {
        Assert.Equal(5, _bench.Computed());
        Assert.Equal(0, _bench.Computed());
    }

    [Fact]
    public void Ensure_MoreImages_ComputesOnlyThose()
    {
        var all = _bench.Paths;
        _bench.Paths = all[..3];
        Assert.Equal(3, _bench.Computed());
        _bench.Paths = all;
        Assert.Equal(2, _bench.Computed());
    }

    [Fact]
    public void Ensure_SameContentTwice_KeepsItOnce()
    {
        var copy = $"{_bench.Paths[0]}.copy.png";
        File.Copy(_bench.Paths[0], copy);
        _bench.Paths = [.. _bench.Paths, copy];
        using var features = _bench.Ensure();
        Assert.Equal(5, features.Computed);
        Assert.Equal(FeatureBench.Read(features, 0), FeatureBench.Read(features, 5));
    }

    [Fact]
    public void Ensure_ImageThatCannotBeUsed_IsListedWithItsReason()
    {
        File.WriteAllText(_bench.Paths[1], "no film");
        _bench.Paths = [.. _bench.Paths, Path.Combine(Path.GetDirectoryName(_bench.Paths[0])!, "absent.png")];
        using var features = _bench.Ensure();
        Assert.Equal([1, 5], features.Refused.Keys.Order());
        Assert.Equal(RefusalReason.Missing, features.Refused[5].Reason);
        Assert.Equal(4, features.Computed);
        Assert.Throws<ArgumentException>(() => FeatureBench.Read(features, 1));
        Assert.Equal(_bench.Expected(2), FeatureBench.Read(features, 2));
    }

    [Fact]
    public void Ensure_OtherSetting_IsAnotherSet()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var storage in Enum.GetValues<FeatureStorage>())
        {
            _bench.Storage = storage;
            using var features = _bench.Ensure();
            Assert.True(keys.Add(features.Set.Key()));
        }

        using var other = new FeatureBench(seed: 2);
        using var otherWeights = other.Ensure();
        Assert.True(keys.Add(otherWeights.Set.Key()));
        Assert.True(keys.Add((otherWeights.Set with { Preprocessing = new PreprocessingOptions { CropBorder = false } }).Key()));
        Assert.True(keys.Add((otherWeights.Set with { Engine = "another" }).Key()));
        Assert.True(keys.Add((otherWeights.Set with { PreprocessorVersion = 0 }).Key()));
    }

    [Fact]
    public void Ensure_TooLittleRoom_SaysHowMuchIsNeededAndWritesNothing()
    {
        var refused = Assert.Throws<NeatxException>(() => _bench.Ensure(free: _ => 1000));
        Assert.Matches(@"^features take 5 x [\d.]+ kB = [\d.]+ kB as fp32, and .+ has room for 0\.0 kB\. .*fp16 or bf16", refused.Message);
        Assert.Empty(_bench.Files);
    }

    [Fact]
    public void Ensure_Cancelled_KeepsWhatWasComputed()
    {
        using var stop = new CancellationTokenSource();
        void Stop(FeatureProgress progress)
        {
            if (progress is { Phase: FeaturePhase.Computing, Done: 3 }) stop.Cancel();
        }

        Assert.Throws<OperationCanceledException>(() => _bench.Ensure(Stop, stop: stop));
        Assert.Equal(3, _bench.Computed());
    }

    [Fact]
    public void Ensure_WeightsThatAreNoNumbers_SaysSo()
    {
        var prefix = _bench.Prefix;
        var weights = FormulaWeights.Of(prefix);
        var broken = new ParameterValues(prefix.Parameters, (parameter, values) =>
        {
            weights[parameter.Name].CopyTo(values);
            if (parameter.Name == "features.conv0.weight") Array.Fill(values, float.NaN);
        });
        using var engine = OnnxEngine.Of(prefix, broken, FeatureBench.Size, new EngineOptions());
        var refused = Assert.Throws<NeatxException>(() => new FeatureCache(_bench.CacheFolder).Ensure(
            _bench.Paths, _bench.Preparation, prefix, engine, FeatureStorage.Fp32, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("are not all numbers", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ensure_Always_ReportsPhasesToTheirEnd()
    {
        var heard = new List<FeatureProgress>();
        _bench.Ensure(heard.Add).Dispose();
        _bench.Ensure(heard.Add).Dispose();
        foreach (var phase in (FeaturePhase[])[FeaturePhase.Hashing, FeaturePhase.Computing, FeaturePhase.Checking])
            Assert.Contains(heard, progress => progress.Phase == phase && progress.Done == 5 && progress.Total == 5);
    }

    public void Dispose() => _bench.Dispose();
}
