using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Models;

/// <summary>One step of a <see cref="TorchPlan"/>.</summary>
/// <param name="Node">Whose output it makes.</param>
/// <param name="Inputs">Places of the values that it reads.</param>
/// <param name="OverwritesInput">Its input is nobody else's, so that a ReLU needs no memory of its own.</param>
/// <param name="IsTrained">Some parameter of it is trained.</param>
/// <param name="SplitNorm">
/// For a global mean of a rectified, normalised concatenation: the batch norm. Each part is normalised, rectified and pooled by itself, which computes
/// the same channel by channel and spares the concatenation, the largest value of a DenseNet's tail.
/// </param>
internal sealed record TorchStep(Node Node, int[] Inputs, bool OverwritesInput, bool IsTrained, Node? SplitNorm = null)
{
    /// <summary>Places of the values that nobody needs after it.</summary>
    public int[] Releases { get; init; } = [];

    /// <summary>The steps of a network, in order; the first is the input's.</summary>
    public static TorchStep[] Of(Network network, IReadOnlySet<string> trained)
    {
        var uses = network.Nodes.SelectMany(node => node.Inputs).Concat(network.Outputs).CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var chains = network.Nodes.Select(node => FindChain(network, node, uses)).OfType<Node[]>().ToDictionary(chain => chain[^1].Name, StringComparer.Ordinal);
        var skipped = chains.Values.SelectMany(chain => chain[..^1]).Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var nodes = network.Nodes.Where(node => !skipped.Contains(node.Name)).ToList();
        var places = nodes.Select((node, place) => (node.Name, place)).ToDictionary(each => each.Name, each => each.place, StringComparer.Ordinal);
        var steps = nodes.Select(node =>
        {
            var chain = chains.GetValueOrDefault(node.Name);
            var inputs = chain is null ? node.Inputs : chain[0].Inputs;
            var overwrites = node.Operation is Relu && node.Inputs[0] != network.Input.Name && uses[node.Inputs[0]] == 1;
            return new TorchStep(node, [.. inputs.Select(each => places[each])], overwrites, (chain?[1] ?? node).Parameters.Any(each => trained.Contains(each.Name)), chain?[1]);
        }).ToArray();
        return Release(steps, [0, .. network.Outputs.Select(each => places[each])]);
    }

    /// <summary>Concatenation, batch norm, ReLU, global mean, if the last is <paramref name="node"/> and nobody else reads the first three.</summary>
    private static Node[]? FindChain(Network network, Node node, Dictionary<string, int> uses)
    {
        if (node.Operation is not GlobalAveragePool) return null;
        var relu = network[node.Inputs[0]];
        if (relu.Operation is not Relu || uses[relu.Name] != 1) return null;
        var norm = network[relu.Inputs[0]];
        if (norm.Operation is not BatchNorm || uses[norm.Name] != 1) return null;
        var joined = network[norm.Inputs[0]];
        return joined.Operation is Concatenate && uses[joined.Name] == 1 ? [joined, norm, relu, node] : null;
    }

    private static TorchStep[] Release(TorchStep[] steps, HashSet<int> kept)
    {
        var last = new Dictionary<int, int>();
        for (var place = 0; place < steps.Length; place++)
            foreach (var input in steps[place].Inputs)
                last[input] = place;
        return [.. steps.Select((step, place) => step with { Releases = [.. step.Inputs.Distinct().Where(input => last[input] == place && !kept.Contains(input))] })];
    }
}
