using Neatx.Learning.Models;
using Neatx.Learning.Models.Operations;
using static Neatx.Learning.Onnx.OnnxGraph;

namespace Neatx.Learning.Onnx;

/// <summary>Writes the nodes of a network into a graph, a node for a node; folded norms take their convolution with them.</summary>
/// <param name="network">What is written.</param>
/// <param name="weights">Of the network.</param>
/// <param name="graph">Where to.</param>
/// <param name="input">What the graph calls the network's input.</param>
/// <param name="fold">Fold norms.</param>
/// <param name="summed">A convolution whose input has one channel in place of several equal ones; null for none.</param>
internal sealed class OnnxNodes(Network network, ParameterValues weights, OnnxGraph graph, string input, bool fold, string? summed)
{
    private readonly IReadOnlyDictionary<string, Node> _folded = fold ? FoldedNorm.In(network) : new Dictionary<string, Node>(StringComparer.Ordinal);

    public void Write()
    {
        var taken = _folded.Values.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var node in network.Nodes.Skip(1).Where(node => !taken.Contains(node.Name))) Write(node);
    }

    private void Write(Node node)
    {
        IReadOnlyList<string> inputs = [.. node.Inputs.Select(name => name == network.Input.Name ? input : name)];
        switch (node.Operation)
        {
            case Convolution convolution:
                var (weight, bias) = (weights.Memory($"{node.Name}.weight"), convolution.Bias ? weights.Memory($"{node.Name}.bias") : (ReadOnlyMemory<float>?)null);
                WriteConvolution(node.Name, convolution, inputs[0], node.Name, weight, bias);
                break;
            case BatchNorm when _folded.TryGetValue(node.Name, out var before):
                var folded = new FoldedNorm(before, node, weights);
                var source = before.Inputs[0] == network.Input.Name ? input : before.Inputs[0];
                WriteConvolution(node.Name, (Convolution)before.Operation, source, before.Name, folded.Weight, folded.Bias);
                break;
            case BatchNorm norm:
                WriteNorm(node, norm, inputs[0]);
                break;
            case TransposedConvolution transposed:
                int[] shape = [transposed.InputChannels, transposed.OutputChannels, transposed.Factor, transposed.Factor];
                graph.Node(
                    node.Name,
                    "ConvTranspose",
                    [inputs[0], Parameter(node, "weight", shape), Parameter(node, "bias", transposed.OutputChannels)],
                    Wholes("kernel_shape", transposed.Factor, transposed.Factor),
                    Wholes("strides", transposed.Factor, transposed.Factor));
                break;
            case Linear linear:
                graph.Node(
                    node.Name,
                    "Gemm",
                    [inputs[0], Parameter(node, "weight", linear.Outputs, linear.Inputs), Parameter(node, "bias", linear.Outputs)],
                    Whole("transB", 1));
                break;
            case Standardise standardise:
                int[] channels = [standardise.Channels];
                graph.Node(
                    node.Name,
                    "InstanceNormalization",
                    [
                        inputs[0],
                        graph.Constant($"{node.Name}.weight", Enumerable.Repeat(1f, standardise.Channels).ToArray(), channels),
                        graph.Constant($"{node.Name}.bias", new float[standardise.Channels], channels),
                    ],
                    Number("epsilon", (float)standardise.Epsilon));
                break;
            case ChannelScale scale:
                WriteScale(node, scale, inputs[0]);
                break;
            case MaxPool pool:
                graph.Node(node.Name, "MaxPool", inputs, Window(pool.Kernel, pool.Stride, pool.Padding));
                break;
            case AveragePool pool:
                var counted = Whole("count_include_pad", pool.CountPadding ? 1 : 0);
                graph.Node(node.Name, "AveragePool", inputs, [.. Window(pool.Kernel, pool.Stride, pool.Padding), counted]);
                break;
            default:
                var (name, attributes) = Simple(node);
                graph.Node(node.Name, name, inputs, attributes);
                break;
        }
    }

    private static (string Name, AttributeProto[] Attributes) Simple(Node node) => node.Operation switch
    {
        Relu => ("Relu", []),
        Sigmoid => ("Sigmoid", []),
        Add => (node.Inputs.Count == 2 ? "Add" : "Sum", []),
        Concatenate => ("Concat", [Whole("axis", 1)]),
        GlobalAveragePool => ("GlobalAveragePool", []),
        GlobalMaxPool => ("GlobalMaxPool", []),
        Flatten => ("Flatten", [Whole("axis", 1)]),
        // Drops nothing outside training.
        Dropout => ("Identity", []),
        var other => throw new ArgumentException($"Node {node.Name}: {other.GetType().Name} cannot be written as ONNX.", nameof(node)),
    };

    private static AttributeProto[] Window(int kernel, int stride, int padding) =>
        [Wholes("kernel_shape", kernel, kernel), Wholes("strides", stride, stride), Wholes("pads", padding, padding, padding, padding)];

    private void WriteConvolution(
        string name, Convolution convolution, string source, string parameters, ReadOnlyMemory<float> weight, ReadOnlyMemory<float>? bias)
    {
        var channels = convolution.InputChannels;
        if (parameters == summed) (weight, channels) = (SumOfChannels(convolution, weight.Span), 1);
        List<string> inputs =
        [
            source,
            graph.Constant($"{parameters}.weight", weight, convolution.OutputChannels, channels, convolution.KernelHeight, convolution.KernelWidth),
        ];
        if (bias is { } values) inputs.Add(graph.Constant($"{parameters}.bias", values, convolution.OutputChannels));
        var (height, width) = (convolution.PaddingHeight, convolution.PaddingWidth);
        graph.Node(
            name,
            "Conv",
            inputs,
            Wholes("kernel_shape", convolution.KernelHeight, convolution.KernelWidth),
            Wholes("strides", convolution.Stride, convolution.Stride),
            Wholes("pads", height, width, height, width));
    }

    /// <summary>Added in double precision, rounded once.</summary>
    private static float[] SumOfChannels(Convolution convolution, ReadOnlySpan<float> weight)
    {
        var window = convolution.KernelHeight * convolution.KernelWidth;
        var sums = new float[convolution.OutputChannels * window];
        for (var index = 0; index < sums.Length; index++)
        {
            var (output, place) = Math.DivRem(index, window);
            var sum = 0.0;
            for (var channel = 0; channel < convolution.InputChannels; channel++) sum += weight[(((output * convolution.InputChannels) + channel) * window) + place];
            sums[index] = (float)sum;
        }

        return sums;
    }

    private void WriteNorm(Node node, BatchNorm norm, string source)
    {
        int[] shape = [norm.Channels];
        var weight = norm.HasWeight ? Parameter(node, "weight", shape) : graph.Constant($"{node.Name}.weight", Enumerable.Repeat(1f, norm.Channels).ToArray(), shape);
        graph.Node(
            node.Name,
            "BatchNormalization",
            [source, weight, Parameter(node, "bias", shape), Parameter(node, "running_mean", shape), Parameter(node, "running_var", shape)],
            Number("epsilon", (float)norm.Epsilon));
    }

    private void WriteScale(Node node, ChannelScale scale, string source)
    {
        int[] shape = [scale.Factors.Count, 1, 1];
        var scaled = $"{node.Name}.scaled";
        graph.Node(scaled, "Mul", [source, graph.Constant($"{node.Name}.factors", scale.Factors.ToArray(), shape)]);
        graph.Node(node.Name, "Add", [scaled, graph.Constant($"{node.Name}.offsets", scale.Offsets.ToArray(), shape)]);
    }

    private string Parameter(Node node, string name, params IReadOnlyList<int> shape) =>
        graph.Constant($"{node.Name}.{name}", weights.Memory($"{node.Name}.{name}"), shape);
}
