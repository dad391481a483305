using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Models;

/// <summary>
/// A network, described once: libtorch trains it, ONNX Runtime infers it, and weights are matched against it. Immutable, and checked
/// when it is made: nodes come after their inputs, names are unique, channels fit.
/// </summary>
public sealed class Network
{
    /// <summary>The size of map on which channels are checked at birth; large enough for every network here, and for no image in particular.</summary>
    private const int CheckedSize = 512;

    private readonly Dictionary<string, Node> _byName;

    /// <summary>Nodes in an order in which each can be computed after the ones before; the first is the input.</summary>
    /// <exception cref="ArgumentException">The nodes make no network; the message names the node.</exception>
    public Network(string name, IReadOnlyList<Node> nodes, IReadOnlyList<string> outputs, IReadOnlyList<Parameter>? auxiliary = null)
    {
        if (nodes.Count == 0 || nodes[0].Operation is not Input input)
            throw new ArgumentException($"Network {name}: the first node is not its input.", nameof(nodes));
        (Name, Nodes, Outputs, Auxiliary) = (name, [.. nodes], [.. outputs], [.. auxiliary ?? []]);
        _byName = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (node.Inputs.FirstOrDefault(each => !_byName.ContainsKey(each)) is { } missing)
                throw new ArgumentException($"Network {name}: node {node.Name} reads {missing}, which no node before it makes.", nameof(nodes));
            if (!_byName.TryAdd(node.Name, node))
                throw new ArgumentException($"Network {name}: two nodes are called {node.Name}.", nameof(nodes));
        }

        if (nodes.Skip(1).FirstOrDefault(each => each.Operation is Input) is { } second)
            throw new ArgumentException($"Network {name}: {second.Name} is a second input.", nameof(nodes));
        if (outputs.Count == 0 || outputs.Any(each => !_byName.ContainsKey(each)))
            throw new ArgumentException($"Network {name}: expected outputs among its nodes, found {string.Join(", ", outputs)}.", nameof(outputs));
        InputChannels = input.Channels;
        Parameters = [.. nodes.SelectMany(each => each.Parameters)];
        Shapes(input.IsVector ? Shape.Vector(input.Channels) : new Shape(input.Channels, CheckedSize, CheckedSize));
    }

    /// <summary>For people, and a part of hashes: architecture, variant, and where it was cut.</summary>
    public string Name { get; }

    /// <summary>In an order in which they can be computed; the first is the input.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The first node: the image, or at a cut the node whose output comes in.</summary>
    public Node Input => Nodes[0];

    /// <summary>Channels of the input map, or values of the input vector.</summary>
    public int InputChannels { get; }

    /// <summary>The nodes whose outputs are asked for, one a head in their order. Logits, where it ends in heads.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>All tensors under torchvision's names, in the order of the nodes, running statistics too.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Tensors that published weights hold besides and inference leaves alone: Inception's auxiliary head.</summary>
    public IReadOnlyList<Parameter> Auxiliary { get; }

    /// <summary>Values that training can change, as torchvision counts them: without running statistics, with the auxiliary head.</summary>
    public long ParameterCount => Parameters.Concat(Auxiliary).Where(each => !each.IsStatistic).Sum(each => each.Count);

    /// <exception cref="KeyNotFoundException">There is no such node.</exception>
    public Node this[string name] => _byName.TryGetValue(name, out var node)
        ? node
        : throw new KeyNotFoundException($"Network {Name} has no node {name}.");

    public bool Contains(string node) => _byName.ContainsKey(node);

    /// <summary>The shape of every node's output for one image, by node.</summary>
    /// <exception cref="ArgumentException">The input is too small or has other channels; the message names the node.</exception>
    public IReadOnlyDictionary<string, Shape> Shapes(Shape input)
    {
        var shapes = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var node in Nodes)
        {
            try
            {
                shapes.Add(node.Name, node.Operation.Result(node.Inputs.Count == 0 ? [input] : [.. node.Inputs.Select(each => shapes[each])]));
            }
            catch (ArgumentException wrong)
            {
                throw new ArgumentException($"Network {Name}, node {node.Name}, input {input}: {wrong.Message}", nameof(input), wrong);
            }
        }

        return shapes;
    }

    /// <summary>Multiply-adds of convolutions and linear layers for one image.</summary>
    /// <exception cref="ArgumentException">As <see cref="Shapes"/>.</exception>
    public long MultiplyAdds(Shape input)
    {
        var shapes = Shapes(input);
        return Nodes.Sum(each => each.Operation.MultiplyAdds(shapes[each.Name]));
    }

    /// <summary>The part that computes the output of <paramref name="node"/>, and nothing else: the node is its output.</summary>
    /// <exception cref="KeyNotFoundException">There is no such node.</exception>
    public Network Before(string node)
    {
        var needed = Needed(node);
        return new Network($"{Name} before {node}", [.. Nodes.Where(each => needed.Contains(each.Name))], [node]);
    }

    /// <summary>The rest, which starts from the output of <paramref name="node"/>: its input has the name of that node.</summary>
    /// <exception cref="KeyNotFoundException">There is no such node.</exception>
    /// <exception cref="ArgumentException">The rest needs more than that one output.</exception>
    public Network After(string node)
    {
        if (node == Input.Name) return this;
        var before = Needed(node);
        var rest = Nodes.Where(each => !before.Contains(each.Name)).ToList();
        if (rest.Find(each => each.Inputs.Any(input => input != node && before.Contains(input))) is { } crossing)
            throw new ArgumentException($"Network {Name} cannot be cut at {node}: {crossing.Name} reads {string.Join(", ", crossing.Inputs)}.", nameof(node));
        if (Outputs.FirstOrDefault(before.Contains) is { } output)
            throw new ArgumentException($"Network {Name} cannot be cut at {node}: its output {output} lies before.", nameof(node));
        var shape = Shapes(NominalInput)[node];
        return new Network($"{Name} after {node}", [new Node(node, new Input(shape.Channels, shape.IsVector), []), .. rest], Outputs);
    }

    public override string ToString() => Name;

    private Shape NominalInput => ((Input)Input.Operation).IsVector ? Shape.Vector(InputChannels) : new Shape(InputChannels, CheckedSize, CheckedSize);

    private HashSet<string> Needed(string node)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal) { this[node].Name };
        foreach (var each in Nodes.Reverse().Where(each => needed.Contains(each.Name))) needed.UnionWith(each.Inputs);
        return needed;
    }
}
