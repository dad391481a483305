using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Models;

/// <summary>
/// A U-Net (Ronneberger et al. 2015, arXiv:1505.04597) that marks lungs on a gray film: padded convolutions, batch norm, four halvings. The
/// output is a map of logits of the input's size, one channel a mask.
/// </summary>
internal static class UNets
{
    private const int Halvings = 4;

    /// <summary>One gray channel in; each side of the film is a multiple of 16.</summary>
    public static Network Create(int masks, int width)
    {
        var builder = new NetworkBuilder(1);
        var skips = new Stack<string>();
        var (node, channels) = (NetworkBuilder.Image, 1);
        for (var level = 0; level < Halvings; level++)
        {
            skips.Push(node = AddPair(builder, $"down{level + 1:D}", channels, width << level, node));
            node = builder.Add($"down{level + 1:D}.pool", new MaxPool(2, 2), node);
            channels = width << level;
        }

        node = AddPair(builder, "bottom", channels, width << Halvings, node);
        for (var level = Halvings - 1; level >= 0; level--)
        {
            channels = width << level;
            node = builder.Add($"up{level + 1:D}.up", new TransposedConvolution(2 * channels, channels, 2), node);
            node = builder.Add($"up{level + 1:D}.concat", new Concatenate(), skips.Pop(), node);
            node = AddPair(builder, $"up{level + 1:D}", 2 * channels, channels, node);
        }

        return builder.Finish($"unet {width:D}", builder.Add("masks", new Convolution(width, masks, 1, 1, Bias: true), node));
    }

    private static string AddPair(NetworkBuilder builder, string name, int inputs, int outputs, string input)
    {
        var node = builder.Add($"{name}.conv1", new Convolution(inputs, outputs, 3, 3, 1, 1, 1), input);
        node = builder.Add($"{name}.relu1", new Relu(), builder.Add($"{name}.bn1", new BatchNorm(outputs), node));
        node = builder.Add($"{name}.conv2", new Convolution(outputs, outputs, 3, 3, 1, 1, 1), node);
        return builder.Add($"{name}.relu2", new Relu(), builder.Add($"{name}.bn2", new BatchNorm(outputs), node));
    }
}
