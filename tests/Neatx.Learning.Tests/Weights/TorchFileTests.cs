using Neatx.Learning.Tests.Driving;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Tests.Weights;

/// <summary>Files that Debian's PyTorch wrote: Fixtures/Weights/make.py.</summary>
public sealed class TorchFileTests
{
    [Theory]
    [InlineData("state.pth", WeightsFormat.PyTorchZip)]
    [InlineData("state.protocol4.pth", WeightsFormat.PyTorchZip)]
    [InlineData("state.legacy.pth", WeightsFormat.PyTorchLegacy)]
    public void Open_EveryKindOfTensor_IsAsPyTorchHadIt(string name, WeightsFormat format)
    {
        var file = Open(name);
        Assert.Equal(format, file.Format);
        Assert.Equal(
            [
                "features.conv0.weight fp32 2 x 3 x 2 x 2", "features.norm0.num_batches_tracked int64 scalar", "half fp16 3", "brain bf16 3", "double fp64 3",
                "int32 int32 2", "uint8 uint8 2", "bool bool 2", "empty fp32 0 x 3", "whole fp32 4 x 6", "rows fp32 2 x 6", "columns fp32 4 x 3", "turned fp32 6 x 4",
                "repeated fp32 3 x 2",
            ],
            file.Tensors.Select(tensor => tensor.ToString()));
        Assert.Equal(Ramp(1, 24), Values(file, "features.conv0.weight"));
        Assert.Equal([7], Values(file, "features.norm0.num_batches_tracked"));
        Assert.Equal(Ramp(2, 3), Values(file, "half"));
        Assert.Equal(Ramp(3, 3), Values(file, "brain"));
        Assert.Equal(Ramp(4, 3), Values(file, "double"));
        Assert.Equal([-1, 2], Values(file, "int32"));
        Assert.Equal([0, 255], Values(file, "uint8"));
        Assert.Equal([1, 0], Values(file, "bool"));
        var whole = Ramp(5, 24);
        Assert.Equal(whole, Values(file, "whole"));
        Assert.Equal(whole[6..18], Values(file, "rows"));
        Assert.Equal(from row in Enumerable.Range(0, 4) from column in (int[])[1, 3, 5] select whole[(row * 6) + column], Values(file, "columns"));
        Assert.Equal(from column in Enumerable.Range(0, 6) from row in Enumerable.Range(0, 4) select whole[(row * 6) + column], Values(file, "turned"));
        Assert.Equal([1.5f, 2.5f, 1.5f, 2.5f, 1.5f, 2.5f], Values(file, "repeated"));
        Assert.Empty(file.Notes);
    }

    [Fact]
    public void Open_StateOfModule_IgnoresTheVersionsOfItsModules()
    {
        var file = Open("module.pth");
        Assert.Equal(["conv.weight", "conv.bias", "norm.weight", "norm.bias", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked"], Names(file));
        Assert.Equal(Ramp(0, 18), Values(file, "conv.weight"));
    }

    [Fact]
    public void Open_Checkpoint_TakesItsStateAndSaysWhatElseWasThere()
    {
        var file = Open("checkpoint.pth");
        Assert.Equal("module.conv.weight", Names(file)[0]);
        Assert.Equal(["the tensors are those of 'state_dict'"], file.Notes);
    }

    [Fact]
    public void Open_Parameters_AreTensors() => Assert.Equal(["conv.weight", "conv.bias", "norm.weight", "norm.bias"], Names(Open("parameters.pth")));

    [Fact]
    public void Open_WholeModule_IsRefusedWithItsClassAndTheWayOut()
    {
        var refusal = Assert.Throws<NeatxException>(() => Open("whole-module.pth")).Message;
        Assert.Contains("its pickle has the instruction GLOBAL, which asks for 'torch.nn.modules.container.Sequential'", refusal, StringComparison.Ordinal);
        Assert.Contains("torch.save(model.state_dict(), \"weights.pth\")", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state.pth")]
    [InlineData("state.legacy.pth")]
    public void Open_CutOffAnywhere_IsRefused(string name)
    {
        using var scratch = new Scratch();
        var whole = File.ReadAllBytes(Fixture.Path($"Weights/{name}"));
        for (var length = 0; length < whole.Length; length += 37)
        {
            File.WriteAllBytes(scratch["cut.pth"], whole[..length]);
            Assert.Throws<NeatxException>(() => WeightsFile.Open(scratch["cut.pth"]));
        }
    }

    [Theory]
    [InlineData("state.pth", 7)]
    [InlineData("state.legacy.pth", 5)]
    [InlineData("keras.nested.h5", 97)]
    public void Open_AnyByteChanged_ReadsOrRefuses(string name, int step)
    {
        using var scratch = new Scratch();
        var whole = File.ReadAllBytes(Fixture.Path($"Weights/{name}"));
        for (var place = 0; place < whole.Length; place += step)
        {
            var changed = (byte[])whole.Clone();
            changed[place] ^= 0x55;
            File.WriteAllBytes(scratch["changed"], changed);
            try
            {
                WeightsFile.Open(scratch["changed"]);
            }
            catch (NeatxException refusal)
            {
                Assert.DoesNotContain("Exception", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    private static WeightsFile Open(string name) => WeightsFile.Open(Fixture.Path($"Weights/{name}"));

    private static string[] Names(WeightsFile file) => [.. file.Tensors.Select(tensor => tensor.Name)];

    private static float[] Values(WeightsFile file, string name) => file.Tensors.Single(tensor => tensor.Name == name).ToFloats();

    private static float[] Ramp(int number, int count) => [.. Enumerable.Range(0, count).Select(index => number + (index / 16f))];
}
