using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Learning.Inference;
using Neatx.Learning.Models;
using Neatx.Learning.Onnx;
using Neatx.Learning.Tests.Driving;
using static TorchSharp.torch;

namespace Neatx.Learning.Tests.Onnx;

/// <summary>The graphs we write compute what libtorch computes from the same description, within 1e-5 of the largest value.</summary>
public sealed class TorchEqualityTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [MemberData(nameof(NetworkCase.All), MemberType = typeof(NetworkCase))]
    public void Scores_OfWholeNetwork_EqualTorchs(Architecture architecture, ModelVariant variant)
    {
        var network = NetworkCase.Of(architecture, variant, new NetworkOptions { ImageNetNormalisation = true, TransformInput = true });
        AssertEqual(network, NetworkCase.SizeFor(architecture), new OnnxOptions { Probabilities = true }, outputs => cat([.. outputs], 1).sigmoid());
    }

    [Theory]
    [MemberData(nameof(NetworkCase.All), MemberType = typeof(NetworkCase))]
    public void Features_BeforeTheTail_EqualTorchs(Architecture architecture, ModelVariant variant)
    {
        var network = NetworkCase.Of(architecture, variant);
        var prefix = network.Before(Networks.TailStart(architecture, FreezePolicy.AllButTail));
        foreach (var simplify in (bool[])[true, false])
            AssertEqual(prefix, NetworkCase.SizeFor(architecture), new OnnxOptions { Simplify = simplify }, outputs => outputs[0]);
    }

    [Fact]
    public void Masks_OfUNet_EqualTorchs() => AssertEqual(Networks.CreateUNet(2, 4), 48, new OnnxOptions { Probabilities = true }, outputs => outputs[0].sigmoid());

    [Fact]
    public void Input_AsPrefix_IsTheImage()
    {
        var nothing = NetworkCase.Of(Architecture.Small, ModelVariant.Torchvision).Before(Networks.TailStart(Architecture.Small, FreezePolicy.None));
        AssertEqual(nothing, 64, new OnnxOptions(), outputs => outputs[0]);
    }

    private static void AssertEqual(Network network, int size, OnnxOptions options, Func<IReadOnlyList<Tensor>, Tensor> result)
    {
        var weights = FormulaWeights.Of(network);
        var films = Films.Of(3, size);
        var (expected, shape) = Torch(network, weights, films, result);
        using var engine = new OnnxEngine(OnnxWriter.Bytes(network, weights, new Shape(network.InputChannels, size, size), options), new EngineOptions { Batch = 2 });
        var found = new float[films.Length * engine.OutputLength];
        engine.Run(films, found);

        Assert.Equal(shape.Skip(1), engine.OutputDimensions.Select(side => (long)side));
        var scale = expected.Max(Math.Abs);
        Assert.InRange(scale, 1e-6f, 1e6f);
        Assert.InRange(expected.Zip(found, (a, b) => Math.Abs(a - b)).Max() / scale, 0, Tolerance);
    }

    private static (float[] Values, long[] Shape) Torch(Network network, ParameterValues weights, PreparedImage[] films, Func<IReadOnlyList<Tensor>, Tensor> result)
    {
        using var scope = NewDisposeScope();
        using var parameters = new ParameterSet(weights);
        var (size, pixels) = (films[0].Size, films[0].Size * films[0].Size);
        var images = new float[films.Length * pixels];
        for (var index = 0; index < films.Length; index++) films[index].CopyTo(images.AsSpan(index * pixels, pixels));
        var input = tensor(images, [films.Length, 1, size, size]).expand(films.Length, network.InputChannels, size, size);
        var output = result(new TorchNetwork(network, parameters).Infer(input)).contiguous();
        return (output.data<float>().ToArray(), output.shape);
    }
}
