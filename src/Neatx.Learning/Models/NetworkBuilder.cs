using Neatx.Core.Training;
using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Models;

/// <summary>Collects the nodes of a network; each call adds one and returns its name.</summary>
internal sealed class NetworkBuilder
{
    private readonly List<Node> _nodes = [];

    /// <summary>The name of the input of every network.</summary>
    public const string Image = "input";

    public NetworkBuilder(int channels) => _nodes.Add(new Node(Image, new Input(channels), []));

    public string Add(string name, Operation operation, params IReadOnlyList<string> inputs)
    {
        _nodes.Add(new Node(name, operation, inputs));
        return name;
    }

    /// <summary>torchvision's names for a normalised, rectified convolution of Inception: "….conv", "….bn".</summary>
    public string ConvolutionNormRelu(string name, Convolution convolution, BatchNorm norm, string input)
    {
        var made = Add($"{name}.conv", convolution, input);
        return Add($"{name}.relu", new Relu(), Add($"{name}.bn", norm, made));
    }

    /// <summary>Pooled and flattened.</summary>
    public string Pool(string input) => Add("flatten", new Flatten(), Add("avgpool", new GlobalAveragePool(), input));

    /// <summary>Means and largest values of the channels, flattened: twice as many values as channels.</summary>
    public string PoolBoth(string input) => Add(
        "flatten", new Flatten(), Add("pooled", new Concatenate(), Add("avgpool", new GlobalAveragePool(), input), Add("maxpool", new GlobalMaxPool(), input)));

    /// <summary>
    /// Ends the network with a linear layer a head. A single head has the name of torchvision's last layer, so that Python loads saved weights;
    /// several have their own names behind it.
    /// </summary>
    /// <exception cref="ArgumentException">There is no head, or one without findings.</exception>
    public Network Finish(string network, string lastLayer, string features, int count, IReadOnlyList<Head> heads, bool zeroBias, IReadOnlyList<Parameter>? auxiliary = null)
    {
        if (heads.Count == 0 || heads.Any(head => head.Findings.Count == 0))
            throw new ArgumentException("Expected at least one head, and at least one finding in each.", nameof(heads));
        var outputs = heads
            .Select(head => Add(heads.Count == 1 ? lastLayer : $"{lastLayer}.{head.Name}", new Linear(count, head.Findings.Count, zeroBias), features))
            .ToList();
        return new Network(network, _nodes, outputs, auxiliary);
    }

    public Network Finish(string network, string output) => new(network, _nodes, [output]);
}
