using Neatx.Core.Training;
using Neatx.Learning.Models;
using static TorchSharp.torch;

namespace Neatx.Learning.Tests.Models;

public sealed class TorchNetworkTests
{
    private static readonly Head[] Tubes = [new("tubes", ["a", "b", "c", "d"])];

    [Fact]
    public void Infer_WholeOrCutInTwo_GivesTheSameBits()
    {
        using var scope = NewDisposeScope();
        var network = Networks.Create(Architecture.Small, ModelVariant.Torchvision, Tubes);
        using var parameters = ParameterSet.Initialise(network, 1);
        var cut = Networks.TailStart(Architecture.Small, FreezePolicy.AllButTail);
        var input = linspace(0, 1, 2 * 3 * 64 * 64).reshape(2, 3, 64, 64);
        var whole = new TorchNetwork(network, parameters).Infer(input)[0];
        var features = new TorchNetwork(network.Before(cut), parameters).Infer(input)[0];
        var tail = new TorchNetwork(network.After(cut), parameters).Infer(features)[0];
        Assert.Equal(whole.data<float>().ToArray(), tail.data<float>().ToArray());
        Assert.Equal([2, 4], whole.shape);
    }
}
