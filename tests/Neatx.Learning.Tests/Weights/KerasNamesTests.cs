using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Tests.Driving;
using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Names;

namespace Neatx.Learning.Tests.Weights;

/// <summary>Every layer of keras.applications' networks comes to its module in ours, with the kernel that it has there.</summary>
public sealed class KerasNamesTests : IDisposable
{
    private static readonly Head[] Heads = [new("all", ["one"])];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void DenseNet121_Layers_AreItsModules() => Same(Architecture.DenseNet121, KerasFile.DenseNet121(), hasBias: false);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ResNet50_Layers_AreItsModules(bool isOld)
    {
        var named = Same(Architecture.ResNet50, KerasFile.ResNet50(isOld), hasBias: true);
        Assert.Equal(isOld, named.Notes.Any(note => note.StartsWith("0.00098999 added to the variances of batch norms", StringComparison.Ordinal)));
        // Of the first norm: kernel, bias, gamma, beta, mean, variance are numbered from 0.
        Assert.Equal(isOld ? 5.00099f : 5, named.Tensors.Single(tensor => tensor.Name == "bn1.running_var").ToFloats()[0], 1e-6f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    public void InceptionV3_NumberedLayers_AreItsModules(int first)
    {
        var named = Same(Architecture.InceptionV3, KerasFile.InceptionV3(first), hasBias: false);
        // The file begins with the kernel that was made last.
        Assert.Equal(0, named.Tensors.Single(tensor => tensor.Name == "Mixed_7c.branch_pool.conv.weight").ToFloats()[0]);
        Assert.Equal(93 * 4, named.Tensors.Single(tensor => tensor.Name == "Conv2d_1a_3x3.conv.weight").ToFloats()[0]);
    }

    [Fact]
    public void Dense_OfAnyName_IsTheHeadWhereItIsTheOnlyOne()
    {
        var named = Named([.. KerasFile.DenseNet121().Where(layer => layer.Layer != "fc1000"), ("my_tubes", -1, -1)], hasBias: false);
        Assert.Contains(named.Tensors, tensor => tensor.Name == "classifier.weight");
    }

    [Fact]
    public void Layers_OfNoKnownNetwork_KeepTheirNames()
    {
        var named = Named([("block1_conv1", 3, 3), ("block1_conv2", 3, 3), ("fc1", -1, -1)], hasBias: true);
        Assert.Equal(["block1_conv1/kernel", "block1_conv1/bias"], named.Tensors.Take(2).Select(tensor => tensor.Name));
        Assert.Null(named.Variant);
    }

    private NamedWeights Same(Architecture architecture, IEnumerable<(string, int, int)> layers, bool hasBias)
    {
        var named = Named(layers, hasBias);
        var network = Networks.Create(architecture, ModelVariant.Keras, Heads);
        Assert.Equal(ModelVariant.Keras, named.Variant);
        Assert.Equal(
            network.Parameters.Select(parameter => $"{parameter.Name} {string.Join('x', parameter.Shape.Skip(2))}").Order(StringComparer.Ordinal),
            named.Tensors.Select(tensor => $"{tensor.Name} {string.Join('x', tensor.Shape.Skip(2))}").Order(StringComparer.Ordinal));
        return named;
    }

    private NamedWeights Named(IEnumerable<(string, int, int)> layers, bool hasBias)
    {
        KerasFile.Write(_scratch["k.h5"], layers, hasBias);
        return NamedWeights.Of(WeightsFile.Open(_scratch["k.h5"]), []);
    }
}
