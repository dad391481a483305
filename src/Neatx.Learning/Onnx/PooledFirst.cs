using Neatx.Learning.Models;
using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Onnx;

/// <summary>
/// Takes means over windows before a 1 x 1 convolution instead of behind it. Both are linear and work on different axes, so the function is the same but for
/// rounding, and the convolution has a quarter of the pixels: a twelfth of all that DenseNet-121 multiplies.
/// </summary>
internal static class PooledFirst
{
    /// <summary>The same network with the two exchanged wherever nothing else reads what lies between, and the mean is no output.</summary>
    public static Network Of(Network network)
    {
        var readers = network.Nodes.SelectMany(node => node.Inputs).Concat(network.Outputs).CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var pools = network.Nodes
            .Where(node => node.Operation is AveragePool { Padding: 0 } && IsPointwise(network[node.Inputs[0]].Operation))
            .Where(node => readers[node.Inputs[0]] == 1 && !network.Outputs.Contains(node.Name, StringComparer.Ordinal))
            .ToDictionary(node => node.Name, StringComparer.Ordinal);
        var convolutions = pools.Values.ToDictionary(node => node.Inputs[0], StringComparer.Ordinal);
        // Each keeps its name, and with it its weights; whoever read the mean reads the convolution.
        return new Network(network.Name, [.. network.Nodes.Select(Exchanged)], network.Outputs);

        Node Exchanged(Node node) => pools.TryGetValue(node.Name, out var pool) ? network[pool.Inputs[0]] with { Inputs = [pool.Name] }
            : convolutions.TryGetValue(node.Name, out pool) ? pool with { Inputs = Now(node) }
            : node with { Inputs = Now(node) };

        IReadOnlyList<string> Now(Node node) => [.. node.Inputs.Select(name => pools.TryGetValue(name, out var pool) ? pool.Inputs[0] : name)];
    }

    private static bool IsPointwise(Operation operation) => operation is Convolution { KernelHeight: 1, KernelWidth: 1, Stride: 1, PaddingHeight: 0, PaddingWidth: 0 };
}
