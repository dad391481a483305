using Neatx.Core.Statistics;
using Neatx.Learning.Models.Operations;
using static TorchSharp.torch;

namespace Neatx.Learning.Models;

/// <summary>A network laid out for running: which values each step reads, and when a value is no longer needed.</summary>
internal sealed class TorchPlan
{
    private readonly Step[] _steps;
    private readonly int[] _outputs;
    private readonly ParameterSet _parameters;

    public TorchPlan(Network network, ParameterSet parameters, HashSet<string> trainable)
    {
        _parameters = parameters;
        var places = network.Nodes.Select((node, place) => (node.Name, place)).ToDictionary(each => each.Name, each => each.place, StringComparer.Ordinal);
        var uses = network.Nodes.SelectMany(node => node.Inputs).Concat(network.Outputs).CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var lastUse = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in network.Nodes)
            foreach (var input in node.Inputs)
                lastUse[input] = places[node.Name];
        _steps = [.. network.Nodes.Select(node => new Step(
            node,
            [.. node.Inputs.Select(each => places[each])],
            [.. node.Inputs.Distinct(StringComparer.Ordinal).Where(each => lastUse[each] == places[node.Name] && !network.Outputs.Contains(each, StringComparer.Ordinal) && each != network.Input.Name).Select(each => places[each])],
            OverwritesInput: node.Operation is Relu && node.Inputs[0] != network.Input.Name && uses[node.Inputs[0]] == 1,
            IsTrained: node.Parameters.Any(each => trainable.Contains(each.Name))))];
        _outputs = [.. network.Outputs.Select(each => places[each])];
    }

    public IReadOnlyList<Tensor> Run(Tensor input, bool training, ref RandomStream dropout)
    {
        using var scope = NewDisposeScope();
        var values = new Tensor[_steps.Length];
        values[0] = input;
        for (var place = 1; place < _steps.Length; place++)
        {
            var step = _steps[place];
            values[place] = Compute(step, values, training, ref dropout);
            // What gradients need is kept alive by libtorch itself.
            foreach (var done in step.Releases)
                if (!ReferenceEquals(values[done], values[place])) values[done].Dispose();
        }

        return [.. _outputs.Select(place => values[place].MoveToOuterDisposeScope())];
    }

    private Tensor Compute(Step step, Tensor[] values, bool training, ref RandomStream dropout)
    {
        var input = values[step.Inputs[0]];
        var node = step.Node;
        return node.Operation switch
        {
            Convolution each => nn.functional.conv2d(input, Find(node, "weight")!, Find(node, "bias"), [each.Stride, each.Stride], [each.PaddingHeight, each.PaddingWidth]),
            BatchNorm each => nn.functional.batch_norm(input, Find(node, "running_mean")!, Find(node, "running_var")!, Find(node, "weight"), Find(node, "bias"), training && step.IsTrained, each.Momentum, each.Epsilon),
            Relu => step.OverwritesInput ? input.relu_() : input.relu(),
            Concatenate => cat([.. step.Inputs.Select(each => values[each])], 1),
            Add => step.Inputs.Skip(1).Aggregate(input, (sum, each) => sum + values[each]),
            MaxPool each => nn.functional.max_pool2d(input, each.Kernel, each.Stride, each.Padding),
            AveragePool each => nn.functional.avg_pool2d(input, each.Kernel, each.Stride, each.Padding, false, each.CountPadding),
            GlobalAveragePool => input.mean([2, 3], keepdim: true),
            Flatten => input.flatten(1),
            Linear => nn.functional.linear(input, Find(node, "weight")!, Find(node, "bias")),
            Dropout each => training && each.Share > 0 ? Drop(input, each.Share, ref dropout) : input.alias(),
            Sigmoid => input.sigmoid(),
            ChannelScale each => (input * Channels(each.Factors)) + Channels(each.Offsets),
            TransposedConvolution each => nn.functional.conv_transpose2d(input, Find(node, "weight")!, Find(node, "bias"), [each.Factor, each.Factor]),
            _ => throw new NotSupportedException($"Node {node.Name}: libtorch is not taught {node.Operation}."),
        };
    }

    private Tensor? Find(Node node, string part) => _parameters.Find($"{node.Name}.{part}");

    private static Tensor Channels(IReadOnlyList<float> values) => tensor([.. values], [1, values.Count, 1, 1], ScalarType.Float32);

    /// <summary>The masks come from the caller's stream and not from torch's generator, so that they are the same on every machine and can be continued.</summary>
    private static Tensor Drop(Tensor input, double share, ref RandomStream random)
    {
        var mask = new float[input.numel()];
        var kept = (float)(1 / (1 - share));
        for (var i = 0; i < mask.Length; i++) mask[i] = random.NextBool(share) ? 0 : kept;
        return input * tensor(mask, input.shape, ScalarType.Float32);
    }

    private sealed record Step(Node Node, int[] Inputs, int[] Releases, bool OverwritesInput, bool IsTrained);
}
