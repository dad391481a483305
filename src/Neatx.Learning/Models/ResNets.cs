using Neatx.Core.Training;
using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Models;

/// <summary>ResNet-50 (He et al. 2016, arXiv:1512.03385), as torchvision names and orders it.</summary>
internal static class ResNets
{
    private const int Expansion = 4;

    private static readonly int[] Blocks = [3, 4, 6, 3];

    /// <summary>
    /// torchvision takes the step of a stage in its first 3 x 3 convolution. Keras takes it in the first 1 x 1, as the publication does, and
    /// its convolutions have biases.
    /// </summary>
    public static Network Create(ModelVariant variant, IReadOnlyList<Head> heads, NetworkOptions options)
    {
        var keras = variant == ModelVariant.Keras;
        var builder = new NetworkBuilder(3);
        var node = InputSteps.Add(builder, options);
        node = builder.Add("conv1", Convolve(3, 64, 7, 2, keras), node);
        node = builder.Add("relu", new Relu(), builder.Add("bn1", Norm(64, keras), node));
        node = builder.Add("maxpool", new MaxPool(3, 2, 1), node);
        var channels = 64;
        for (var stage = 0; stage < Blocks.Length; stage++)
        {
            for (var block = 0; block < Blocks[stage]; block++)
            {
                var width = 64 << stage;
                node = AddBlock(builder, $"layer{stage + 1:D}.{block:D}", channels, width, block == 0 && stage > 0 ? 2 : 1, keras, node);
                channels = width * Expansion;
            }
        }

        return builder.Finish($"resnet50 {variant}", "fc", builder.Pool(node), channels, heads, zeroBias: false);
    }

    private static string AddBlock(NetworkBuilder builder, string name, int channels, int width, int stride, bool keras, string input)
    {
        var node = builder.Add($"{name}.conv1", Convolve(channels, width, 1, keras ? stride : 1, keras), input);
        node = builder.Add($"{name}.relu1", new Relu(), builder.Add($"{name}.bn1", Norm(width, keras), node));
        node = builder.Add($"{name}.conv2", Convolve(width, width, 3, keras ? 1 : stride, keras), node);
        node = builder.Add($"{name}.relu2", new Relu(), builder.Add($"{name}.bn2", Norm(width, keras), node));
        node = builder.Add($"{name}.conv3", Convolve(width, width * Expansion, 1, 1, keras), node);
        node = builder.Add($"{name}.bn3", Norm(width * Expansion, keras), node);
        var shortcut = input;
        if (stride != 1 || channels != width * Expansion)
        {
            shortcut = builder.Add($"{name}.downsample.0", Convolve(channels, width * Expansion, 1, stride, keras), input);
            shortcut = builder.Add($"{name}.downsample.1", Norm(width * Expansion, keras), shortcut);
        }

        return builder.Add($"{name}.relu", new Relu(), builder.Add($"{name}.add", new Add(), node, shortcut));
    }

    private static Convolution Convolve(int inputs, int outputs, int kernel, int stride, bool bias) =>
        new(inputs, outputs, kernel, kernel, stride, kernel / 2, kernel / 2, bias, ConvolutionStart.KaimingOutputs);

    private static BatchNorm Norm(int channels, bool keras) => keras ? new BatchNorm(channels, 1.001e-5, .01) : new BatchNorm(channels);
}
