using Neatx.Core.Training;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;
using Neatx.Learning.Onnx;
using Neatx.Learning.Tests.Driving;

namespace Neatx.Learning.Tests.Inference;

/// <summary>An engine gives the same bits however it is run: that is what lets features be kept and shared.</summary>
public sealed class OnnxEngineTests
{
    [Theory]
    [MemberData(nameof(NetworkCase.All), MemberType = typeof(NetworkCase))]
    public void Run_AnyThreadsAndBatches_GivesTheSameBits(Architecture architecture, ModelVariant variant) =>
        AssertSameBits(NetworkCase.Of(architecture, variant), architecture, NetworkCase.SizeFor(architecture), 9);

    [Fact]
    [Trait("Category", "Heavy")]
    public void Run_DenseNetAtFullSize_GivesTheSameBits() =>
        AssertSameBits(NetworkCase.Of(Architecture.DenseNet121, ModelVariant.Torchvision), Architecture.DenseNet121, 512, 9);

    [Fact]
    public void New_NoModel_SaysSo()
    {
        var refused = Assert.Throws<NeatxException>(() => new OnnxEngine([1, 2, 3, 4], new EngineOptions()));
        Assert.Contains("does not load the model", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_ModelOfOtherInput_NamesWhatIsThere()
    {
        var network = NetworkCase.Of(Architecture.Small, ModelVariant.Torchvision);
        var model = OnnxWriter.Bytes(network, FormulaWeights.Of(network), new Shape(3, 64, 64), new OnnxOptions { GrayInput = false });
        var refused = Assert.Throws<NeatxException>(() => new OnnxEngine(model, new EngineOptions()));
        Assert.Contains("reads image (batch x 3 x 64 x 64)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ImageOfOtherSize_IsRefused()
    {
        var network = NetworkCase.Of(Architecture.Small, ModelVariant.Torchvision).Before("flatten");
        using var engine = OnnxEngine.Of(network, FormulaWeights.Of(network), 64, new EngineOptions());
        Assert.Throws<ArgumentException>(() => engine.Run(Films.Of(1, 32), new float[engine.OutputLength]));
        Assert.Throws<ArgumentException>(() => engine.Run(Films.Of(2, 64), new float[engine.OutputLength]));
    }

    private static void AssertSameBits(Network network, Architecture architecture, int size, int count)
    {
        var films = Films.Of(count, size);
        foreach (var model in (byte[][])[Whole(network, size), Part(network.Before(Networks.TailStart(architecture, FreezePolicy.AllButTail)), size)])
        {
            float[]? first = null;
            foreach (var (threads, batch) in (ReadOnlySpan<(int, int)>)[(1, 1), (2, 1), (1, 8), (2, 8), (3, 2)])
            {
                using var engine = new OnnxEngine(model, new EngineOptions { Threads = threads, Batch = batch });
                var outputs = new float[count * engine.OutputLength];
                engine.Run(films, outputs);
                first ??= outputs;
                Assert.True(first.AsSpan().SequenceEqual(outputs), $"{network} with {threads} threads and batches of {batch} differs.");
            }
        }
    }

    private static byte[] Whole(Network network, int size) =>
        OnnxWriter.Bytes(network, FormulaWeights.Of(network), new Shape(3, size, size), new OnnxOptions { Probabilities = true });

    private static byte[] Part(Network prefix, int size) => OnnxWriter.Bytes(prefix, FormulaWeights.Of(prefix), new Shape(3, size, size), new OnnxOptions());
}
