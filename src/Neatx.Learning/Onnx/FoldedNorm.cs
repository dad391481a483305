using Neatx.Learning.Models;
using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Onnx;

/// <summary>A convolution and the batch norm behind it as one convolution. Computed in double precision, rounded once.</summary>
internal sealed class FoldedNorm
{
    /// <param name="convolution">Before the norm.</param>
    /// <param name="norm">Reads it.</param>
    /// <param name="weights">Of both.</param>
    public FoldedNorm(Node convolution, Node norm, ParameterValues weights)
    {
        var (kernel, operation) = ((Convolution)convolution.Operation, (BatchNorm)norm.Operation);
        var source = weights[$"{convolution.Name}.weight"];
        var mean = weights[$"{norm.Name}.running_mean"];
        var variance = weights[$"{norm.Name}.running_var"];
        var gamma = operation.HasWeight ? weights[$"{norm.Name}.weight"] : [];
        var beta = weights[$"{norm.Name}.bias"];
        var bias = kernel.Bias ? weights[$"{convolution.Name}.bias"] : [];
        var (folded, foldedBias) = (new float[source.Length], new float[operation.Channels]);
        var each = source.Length / operation.Channels;
        for (var channel = 0; channel < operation.Channels; channel++)
        {
            var factor = (gamma.IsEmpty ? 1 : (double)gamma[channel]) / Math.Sqrt(variance[channel] + operation.Epsilon);
            for (var index = channel * each; index < (channel + 1) * each; index++) folded[index] = (float)(source[index] * factor);
            foldedBias[channel] = (float)((((bias.IsEmpty ? 0 : (double)bias[channel]) - mean[channel]) * factor) + beta[channel]);
        }

        (Weight, Bias) = (folded, foldedBias);
    }

    public ReadOnlyMemory<float> Weight { get; }

    public ReadOnlyMemory<float> Bias { get; }

    /// <summary>The batch norms that can be folded, each with its convolution: nothing else reads the convolution, and it is no output.</summary>
    public static IReadOnlyDictionary<string, Node> In(Network network)
    {
        var readers = network.Nodes.SelectMany(node => node.Inputs).CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return network.Nodes
            .Where(node => node.Operation is BatchNorm && network[node.Inputs[0]].Operation is Convolution)
            .Where(node => readers[node.Inputs[0]] == 1 && !network.Outputs.Contains(node.Inputs[0], StringComparer.Ordinal))
            .ToDictionary(node => node.Name, node => network[node.Inputs[0]], StringComparer.Ordinal);
    }
}
