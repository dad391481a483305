using Neatx.Core.Training;
using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Models;

/// <summary>Densely connected networks (Huang et al. 2017, arXiv:1608.06993), the form with bottlenecks and compression.</summary>
internal static class DenseNets
{
    /// <summary>The layer that the paper puts between features and outputs has no published width.</summary>
    public const int OursWidth = 256;

    /// <summary>DenseNet-121, as torchvision names and orders it.</summary>
    public static Network Create(ModelVariant variant, IReadOnlyList<Head> heads, NetworkOptions options)
    {
        var builder = new NetworkBuilder(3);
        var (features, channels) = Features(builder, variant, options, 32, [6, 12, 24, 16], 64);
        return builder.Finish($"densenet121 {variant}", "classifier", builder.Pool(features), channels, heads, zeroBias: true);
    }

    /// <summary>The paper's model: pooling, a dense layer and dropout between DenseNet-121 and its outputs.</summary>
    public static Network CreateOurs(ModelVariant variant, IReadOnlyList<Head> heads, NetworkOptions options)
    {
        var builder = new NetworkBuilder(3);
        var (features, channels) = Features(builder, variant, options, 32, [6, 12, 24, 16], 64);
        var dense = builder.Add("dense", new Linear(channels, OursWidth), builder.Pool(features));
        var dropped = builder.Add("dropout", new Dropout(options.Dropout), builder.Add("dense_relu", new Relu(), dense));
        return builder.Finish($"ours {variant}", "classifier", dropped, OursWidth, heads, zeroBias: true);
    }

    /// <summary>
    /// Growth 12 and blocks of 4, 6 and 8 layers: some 173,000 parameters, trained whole on films of 64 to 256 pixels. Each film is standardised first, since
    /// exposures differ more than a batch norm can learn from a few films a batch. The outputs read the largest value of each channel besides the mean: a tube is a
    /// small part of a film, and from random weights its share of a mean is too little to start from.
    /// </summary>
    public static Network CreateSmall(ModelVariant variant, IReadOnlyList<Head> heads, NetworkOptions options)
    {
        var builder = new NetworkBuilder(3);
        var (features, channels) = Features(builder, variant, options, 12, [4, 6, 8], 24, stem: 5, standardise: true);
        return builder.Finish($"small {variant}", "classifier", builder.PoolBoth(features), 2 * channels, heads, zeroBias: true);
    }

    /// <summary>What one dense layer adds: its concatenation is the input of the next.</summary>
    public static string Layer(int block, int layer) => $"features.denseblock{block:D}.denselayer{layer:D}";

    private static (string Node, int Channels) Features(
        NetworkBuilder builder, ModelVariant variant, NetworkOptions options, int growth, IReadOnlyList<int> blocks, int channels, int stem = 7, bool standardise = false)
    {
        var norm = Norms(variant);
        var node = InputSteps.Add(builder, options);
        if (standardise) node = builder.Add("standardise", new Standardise(3), node);
        node = builder.Add("features.conv0", new Convolution(3, channels, stem, stem, 2, stem / 2, stem / 2), node);
        node = builder.Add("features.relu0", new Relu(), builder.Add("features.norm0", norm(channels), node));
        // Keras pads with zeros here and torch with nothing that could win; behind a ReLU the two are the same.
        node = builder.Add("features.pool0", new MaxPool(3, 2, 1), node);
        for (var block = 1; block <= blocks.Count; block++)
        {
            for (var layer = 1; layer <= blocks[block - 1]; layer++, channels += growth)
                node = AddLayer(builder, Layer(block, layer), norm, channels, growth, node);
            if (block == blocks.Count) break;
            node = AddTransition(builder, $"features.transition{block:D}", norm, channels, node);
            channels /= 2;
        }

        // torchvision calls the last norm norm5 however many blocks there are.
        node = builder.Add("features.norm5", norm(channels), node);
        return (builder.Add("relu", new Relu(), node), channels);
    }

    private static string AddLayer(NetworkBuilder builder, string name, Func<int, BatchNorm> norm, int channels, int growth, string input)
    {
        var width = 4 * growth;
        var node = builder.Add($"{name}.relu1", new Relu(), builder.Add($"{name}.norm1", norm(channels), input));
        node = builder.Add($"{name}.conv1", new Convolution(channels, width, 1, 1), node);
        node = builder.Add($"{name}.relu2", new Relu(), builder.Add($"{name}.norm2", norm(width), node));
        node = builder.Add($"{name}.conv2", new Convolution(width, growth, 3, 3, 1, 1, 1), node);
        return builder.Add($"{name}.concat", new Concatenate(), input, node);
    }

    private static string AddTransition(NetworkBuilder builder, string name, Func<int, BatchNorm> norm, int channels, string input)
    {
        var node = builder.Add($"{name}.relu", new Relu(), builder.Add($"{name}.norm", norm(channels), input));
        node = builder.Add($"{name}.conv", new Convolution(channels, channels / 2, 1, 1), node);
        return builder.Add($"{name}.pool", new AveragePool(2, 2), node);
    }

    private static Func<int, BatchNorm> Norms(ModelVariant variant) => variant == ModelVariant.Keras
        ? channels => new BatchNorm(channels, 1.001e-5, .01)
        : channels => new BatchNorm(channels);
}
