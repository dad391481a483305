using Neatx.Core.Statistics;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Tests.Driving;
using TorchSharp;
using static TorchSharp.torch;

namespace Neatx.Learning.Tests.Models;

/// <summary>A tail over maps that nothing trains takes a shorter way than over maps that want a gradient: both must give the same.</summary>
public sealed class FrozenStartTests
{
    [Theory]
    [InlineData(Architecture.DenseNet121, ModelVariant.Torchvision, 4)]
    [InlineData(Architecture.DenseNet121, ModelVariant.Keras, 3)]
    [InlineData(Architecture.Ours, ModelVariant.Torchvision, 5)]
    public void Train_OnFrozenMaps_EqualsTheWayWithGradients(Architecture architecture, ModelVariant variant, int side)
    {
        var network = NetworkCase.Of(architecture, variant);
        var tail = network.After(Networks.TailStart(architecture, FreezePolicy.AllButTail));
        using var scope = NewDisposeScope();
        using var shorter = new ParameterSet(FormulaWeights.Of(network));
        using var longer = new ParameterSet(FormulaWeights.Of(network));
        using var source = new Generator(5);
        var maps = (randn(6, tail.InputChannels, side, side, generator: source) * 3) + 10;

        foreach (var batch in (Tensor[])[maps[..4], maps[2..]])
        {
            var expected = Step(tail, longer, batch.clone().requires_grad_());
            var found = Step(tail, shorter, batch);
            Near(expected, found, "the outputs");
            foreach (var each in tail.Parameters)
            {
                Near(longer[each.Name], shorter[each.Name], each.Name);
                if (!each.IsStatistic) Near(longer[each.Name].grad!, shorter[each.Name].grad!, $"the gradient of {each.Name}");
            }
        }
    }

    [Fact]
    public void Train_OnWhatIsNoNumber_DoesNotHideIt()
    {
        var network = NetworkCase.Of(Architecture.DenseNet121, ModelVariant.Torchvision);
        var tail = network.After(Networks.TailStart(Architecture.DenseNet121, FreezePolicy.AllButTail));
        using var scope = NewDisposeScope();
        using var parameters = new ParameterSet(FormulaWeights.Of(network));
        var maps = randn(4, tail.InputChannels, 4, 4);
        maps[1, 2, 3, 3] = float.NaN;
        var random = new RandomStream(1);
        Assert.True(new TorchNetwork(tail, parameters).Train(maps, ref random)[0].isnan().any().ToBoolean());
    }

    private static Tensor Step(Network tail, ParameterSet parameters, Tensor maps)
    {
        var random = new RandomStream(7);
        var output = cat([.. new TorchNetwork(tail, parameters).Train(maps, ref random)], 1);
        (output * output).mean().backward();
        return output.detach();
    }

    private static void Near(Tensor expected, Tensor found, string what)
    {
        var scale = Math.Max(expected.abs().max().ToSingle(), 1e-6f);
        Assert.True((expected - found).abs().max().ToSingle() <= 2e-5 * scale, $"{what}: {(expected - found).abs().max().ToSingle() / scale} of the largest, {scale}");
    }
}
