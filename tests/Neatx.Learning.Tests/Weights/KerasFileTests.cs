using Neatx.Learning.Tests.Driving;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Tests.Weights;

/// <summary>HDF5 in Keras' layouts, written by h5py: Fixtures/Weights/make.py.</summary>
public sealed class KerasFileTests
{
    [Theory]
    [InlineData("keras.h5")]
    [InlineData("keras.model.h5")]
    public void Open_Layers_AreInPyTorchsOrderOfAxes(string name)
    {
        var file = Open(name);
        Assert.Equal(WeightsFormat.KerasHdf5, file.Format);
        Assert.Equal(
            [
                "conv1/conv/kernel fp32 4 x 3 x 2 x 3", "conv1/bn/gamma fp32 4", "conv1/bn/beta fp32 4", "conv1/bn/moving_mean fp32 4", "conv1/bn/moving_variance fp32 4",
                "dense/kernel fp32 5 x 4", "dense/bias fp32 5",
            ],
            file.Tensors.Select(tensor => tensor.ToString()));
        var kernel = file.Tensors[0].ToFloats();
        for (var output = 0; output < 4; output++)
            for (var input = 0; input < 3; input++)
                for (var row = 0; row < 2; row++)
                    for (var column = 0; column < 3; column++)
                        Assert.Equal(1 + ((((((row * 3) + column) * 3) + input) * 4 + output) / 16f), kernel[((((output * 3) + input) * 2) + row) * 3 + column]);
        Assert.Equal(20 + (1 * 5 + 2) / 16f, file.Tensors[5].ToFloats()[(2 * 4) + 1]);
        Assert.Equal(["not weights of a known kind, passed over: seed/state:0"], file.Notes);
    }

    [Fact]
    public void Open_ModelWithinModel_NamesTheInnerLayers() => Assert.Equal(
        ["conv1/conv/kernel", "conv1/bn/gamma", "conv1/bn/beta", "conv1/bn/moving_mean", "conv1/bn/moving_variance", "dense/kernel", "dense/bias"],
        Open("keras.nested.h5").Tensors.Select(tensor => tensor.Name));

    [Fact]
    public void Open_Keras1_HasTheSameParts() => Assert.Equal(
        ["conv1/kernel", "conv1/bias", "bn_conv1/gamma", "bn_conv1/beta", "bn_conv1/moving_mean", "bn_conv1/moving_variance"],
        Open("keras1.h5").Tensors.Select(tensor => tensor.Name));

    [Fact]
    public void Open_OtherHdf5_IsRefused() => Assert.Contains(
        "cannot be read as weights of Keras (HDF5): it is HDF5, but not of Keras: the attribute layer_names is absent.",
        Assert.Throws<NeatxException>(() => Open("other.h5")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("ring", "it is damaged, cut off or uses what is not read of HDF5")]
    [InlineData("external", "'dense/bias' lies in another file, which is not looked into.")]
    [InlineData("virtual", "'dense/bias' lies in another file, which is not looked into.")]
    [InlineData("large", "'dense/bias' expands to 1,073,741,824 bytes, which a file of ")]
    public void Open_Hostile_IsRefused(string name, string message) =>
        Assert.Contains(message, Assert.Throws<NeatxException>(() => Open($"hostile.{name}.h5")).Message, StringComparison.Ordinal);

    private static WeightsFile Open(string name) => WeightsFile.Open(Fixture.Path($"Weights/{name}"));
}
