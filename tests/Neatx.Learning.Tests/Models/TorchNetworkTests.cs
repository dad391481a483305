using Neatx.Core.Statistics;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Models.Operations;
using TorchSharp;
using static TorchSharp.torch;

namespace Neatx.Learning.Tests.Models;

[Collection(AloneCollection.Name)]
public sealed class TorchNetworkTests
{
    private static readonly Network Small = Networks.Create(Architecture.Small, ModelVariant.Torchvision, [new("tubes", ["a", "b", "c", "d"])]);

    [Theory]
    [InlineData(FreezePolicy.AllButTail)]
    [InlineData(FreezePolicy.HeadOnly)]
    public void Infer_WholeOrCutInTwo_GivesTheSameBits(FreezePolicy policy)
    {
        using var scope = NewDisposeScope();
        using var parameters = ParameterSet.Initialise(Small, 1);
        var cut = Networks.TailStart(Architecture.Small, policy);
        var whole = new TorchNetwork(Small, parameters).Infer(Image())[0];
        var features = new TorchNetwork(Small.Before(cut), parameters).Infer(Image())[0];
        var tail = new TorchNetwork(Small.After(cut), parameters).Infer(features)[0];
        Assert.Equal([2, 4], whole.shape);
        Assert.Equal(Values(whole), Values(tail));
    }

    [Fact]
    public void Train_FrozenBeforeTheTail_ChangesNothingThereAndGivesTheBitsOfTheTailAlone()
    {
        using var scope = NewDisposeScope();
        using var parameters = ParameterSet.Initialise(Small, 1);
        var cut = Networks.TailStart(Architecture.Small, FreezePolicy.AllButTail);
        var tail = Small.After(cut);
        var trainable = tail.Parameters.Where(each => !each.IsStatistic).Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
        var before = parameters.ToValues();
        var random = new RandomStream(1);
        var whole = new TorchNetwork(Small, parameters, trainable);
        var logits = Values(whole.Train(Image(), ref random)[0]);
        var after = parameters.ToValues();

        foreach (var each in Small.Before(cut).Parameters) Assert.Equal(before.Memory(each.Name).ToArray(), after.Memory(each.Name).ToArray());
        Assert.Contains(tail.Parameters, each => each.IsStatistic && !before[each.Name].SequenceEqual(after[each.Name]));
        Assert.Equal(trainable, whole.TrainableNames.ToHashSet(StringComparer.Ordinal));
        Assert.All(whole.TrainableTensors, each => Assert.True(each.requires_grad));

        using var again = new ParameterSet(before);
        var features = new TorchNetwork(Small.Before(cut), again).Infer(Image())[0];
        Assert.Equal(logits, Values(new TorchNetwork(tail, again).Train(features, ref random)[0]));
    }

    [Fact]
    public void Train_Dropout_DrawsFromTheCallersStreamAndNotFromTorch()
    {
        using var scope = NewDisposeScope();
        var network = new Network("n", [new("in", new Input(1000, IsVector: true), []), new("drop", new Dropout(.25), ["in"])], ["drop"]);
        using var parameters = ParameterSet.Initialise(network, 1);
        var runner = new TorchNetwork(network, parameters);
        var (first, second) = (new RandomStream(1), new RandomStream(1));
        random.manual_seed(5);
        var torchBefore = rand(3).data<float>().ToArray();
        random.manual_seed(5);
        var dropped = Values(runner.Train(ones(2, 1000), ref first)[0]);
        Assert.Equal(torchBefore, rand(3).data<float>().ToArray());
        Assert.Equal(dropped, Values(runner.Train(ones(2, 1000), ref second)[0]));
        Assert.NotEqual(dropped, Values(runner.Train(ones(2, 1000), ref second)[0]));
        Assert.All(dropped, each => Assert.True(each is 0 || Math.Abs(each - (4 / 3f)) < 1e-6f));
        Assert.InRange(dropped.Count(each => each is 0), 420, 580);
        Assert.All(Values(runner.Infer(ones(2, 1000))[0]), each => Assert.Equal(1, each));
    }

    [Fact]
    public void Infer_ManyTimes_LeavesNoTensorBehindAndKeepsItsInput()
    {
        using var scope = NewDisposeScope();
        using var parameters = ParameterSet.Initialise(Small, 1);
        var runner = new TorchNetwork(Small, parameters);
        var input = Image();
        var before = Values(input);
        foreach (var each in runner.Infer(input)) each.Dispose();
        // Of this thread: others, the finalizer's among them, drop tensors of their own meanwhile.
        var alive = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        for (var i = 0; i < 20; i++)
            foreach (var each in runner.Infer(input)) each.Dispose();
        Assert.Equal(alive, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
        Assert.Equal(before, Values(input));
    }

    [Fact]
    public void Infer_UNet_GivesALogitForEachPixel()
    {
        using var scope = NewDisposeScope();
        var network = Networks.CreateUNet(masks: 2, width: 4);
        using var parameters = ParameterSet.Initialise(network, 1);
        Assert.Equal([1, 2, 32, 48], new TorchNetwork(network, parameters).Infer(rand(1, 1, 32, 48))[0].shape);
    }

    [Fact]
    public void TorchNetwork_ParametersOfAnotherNetwork_NamesWhatIsMissing()
    {
        var other = Networks.Create(Architecture.Small, ModelVariant.Torchvision, [new("one", ["a"]), new("two", ["b"])]);
        using var parameters = ParameterSet.Initialise(Small, 1);
        Assert.Contains("classifier.two.weight", Assert.Throws<ArgumentException>(() => new TorchNetwork(other, parameters)).Message, StringComparison.Ordinal);
        var unknown = new HashSet<string>(StringComparer.Ordinal) { "features.norm5.running_mean" };
        Assert.Contains("running_mean", Assert.Throws<ArgumentException>(() => new TorchNetwork(Small, parameters, unknown)).Message, StringComparison.Ordinal);
    }

    private static Tensor Image() => linspace(0, 1, 2 * 3 * 64 * 64).reshape(2, 3, 64, 64);

    private static float[] Values(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();
}
