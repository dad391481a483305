using System.Reflection;
using Google.Protobuf;
using Neatx.Learning.Models;
using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Onnx;

/// <summary>
/// Writes networks as ONNX (onnx.ai), operator set 13, which every runtime since 2020 reads. The same network, weights and options give the same
/// bytes. The batch is open, sides of images are fixed.
/// </summary>
public static class OnnxWriter
{
    /// <summary>The version of ONNX's own operators that files rely on.</summary>
    public const int OperatorSet = 13;

    /// <summary>The version of the file format that goes with it.</summary>
    private const int FormatVersion = 7;

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="path">Where to; replaced.</param>
    /// <param name="network">What is written.</param>
    /// <param name="weights">Of the network.</param>
    /// <param name="input">The shape of one input, as the network reads it.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">The input does not fit the network.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Network network, ParameterValues weights, Shape input, OnnxOptions options)
    {
        var model = Model(network, weights, input, options);
        AtomicFile.Write(path, stream => model.WriteTo(stream));
    }

    /// <summary>The bytes of the file.</summary>
    /// <exception cref="ArgumentException">The input does not fit the network.</exception>
    public static byte[] Bytes(Network network, ParameterValues weights, Shape input, OnnxOptions options) =>
        Model(network, weights, input, options).ToByteArray();

    private static ModelProto Model(Network network, ParameterValues weights, Shape input, OnnxOptions options)
    {
        var shapes = network.Shapes(input);
        var graph = new OnnxGraph(network.Name);
        var isGray = options.GrayInput && !input.IsVector && network.InputChannels == 3;
        graph.Input(options.InputName, isGray ? [1, input.Height, input.Width] : input.Dimensions);
        var first = options.InputName;
        if (options.Simplify) network = PooledFirst.Of(network);
        var summed = isGray && options.Simplify ? GrayConvolution(network) : null;
        if (isGray && summed is null)
        {
            first = $"{options.InputName}.channels";
            graph.Node(first, "Concat", [options.InputName, options.InputName, options.InputName], OnnxGraph.Whole("axis", 1));
        }

        new OnnxNodes(network, weights, graph, first, options.Simplify, summed).Write();
        // A part that ends where it starts.
        if (network.Outputs.Contains(network.Input.Name, StringComparer.Ordinal)) graph.Node(network.Input.Name, "Identity", [first]);
        if (options.Probabilities) AddScores(graph, network, shapes, options.ScoresName);
        else
            foreach (var output in network.Outputs) graph.Output(output, shapes[output].Dimensions);

        var model = new ModelProto
        {
            IrVersion = FormatVersion,
            ProducerName = "Neatx",
            ProducerVersion = typeof(OnnxWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
            Graph = graph.Proto,
        };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = OperatorSet });
        model.MetadataProps.AddRange(options.Metadata.Select(each => new StringStringEntryProto { Key = each.Key, Value = each.Value }));
        return model;
    }

    /// <summary>The convolution that alone reads the image, if one does: of equal channels it needs the sum of its weights only.</summary>
    private static string? GrayConvolution(Network network)
    {
        var readers = network.Nodes.Where(node => node.Inputs.Contains(network.Input.Name, StringComparer.Ordinal)).ToList();
        return readers is [{ Operation: Convolution } only] && !network.Outputs.Contains(network.Input.Name, StringComparer.Ordinal) ? only.Name : null;
    }

    private static void AddScores(OnnxGraph graph, Network network, IReadOnlyDictionary<string, Shape> shapes, string scores)
    {
        var logits = network.Outputs[0];
        if (network.Outputs.Count > 1) graph.Node(logits = $"{scores}.logits", "Concat", network.Outputs, OnnxGraph.Whole("axis", 1));
        graph.Node(scores, "Sigmoid", [logits]);
        var channels = network.Outputs.Sum(output => shapes[output].Channels);
        graph.Output(scores, [channels, .. shapes[network.Outputs[0]].Dimensions.Skip(1)]);
    }
}
