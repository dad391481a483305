using Neatx.Core.Statistics;
using Neatx.Learning.Models.Operations;
using TorchSharp;
using static TorchSharp.torch;

namespace Neatx.Learning.Models;

/// <summary>
/// A network laid out for running on libtorch. Maps are kept with channels last in memory, which libtorch's and oneDNN's kernels follow: convolutions
/// then read and write without reordering.
/// </summary>
internal sealed class TorchPlan
{
    /// <summary>The factor of a sum. Left to TorchSharp, it is an object that may be collected while libtorch still reads it.</summary>
    internal static readonly TorchSharp.Scalar One = 1.0;

    private readonly ParameterSet _parameters;
    private readonly TorchStep[] _steps;
    private readonly int[] _outputs;
    private readonly FrozenStart? _start;

    public TorchPlan(Network network, ParameterSet parameters, IReadOnlySet<string> trained)
    {
        _parameters = parameters;
        _steps = TorchStep.Of(network, trained);
        _outputs = [.. network.Outputs.Select(name => Array.FindIndex(_steps, step => step.Node.Name == name))];
        _start = FrozenStart.Of(_steps);
    }

    public IReadOnlyList<Tensor> Run(Tensor input, bool training, ref RandomStream dropout)
    {
        using var scope = NewDisposeScope();
        var values = new Tensor[_steps.Length];
        var map = Frozen(0, input, training);
        values[0] = input.dim() == 4 && map is null ? ChannelsLast(input) : input;
        for (var place = 1; place < _steps.Length; place++)
        {
            var step = _steps[place];
            if (map is not null && (step.Node == _start!.Norm || step.Node == _start.Relu)) continue;
            values[place] = map is not null && step.Node == _start!.Convolution ? _start.Convolve(map, _parameters) : Compute(step, values, map, training, ref dropout);
            map ??= Frozen(place, values[place], training);
            // What gradients need is kept alive by libtorch itself.
            foreach (var done in step.Releases)
                if (!ReferenceEquals(values[done], values[place])) values[done]?.Dispose();
        }

        return [.. _outputs.Select(place => values[place].MoveToOuterDisposeScope())];
    }

    private FrozenMap? Frozen(int place, Tensor values, bool training) =>
        training && place == _start?.Place && FrozenMap.Fits(values) ? _start.Read(values, _parameters) : null;

    private Tensor Compute(TorchStep step, Tensor[] values, FrozenMap? map, bool training, ref RandomStream dropout)
    {
        var input = values[step.Inputs[0]];
        var node = step.Node;
        return node.Operation switch
        {
            Convolution each => nn.functional.conv2d(input, Find(node, "weight")!, Find(node, "bias"), [each.Stride, each.Stride], [each.PaddingHeight, each.PaddingWidth]),
            BatchNorm each => Normalise(input, node, each, training && step.IsTrained),
            Relu => step.OverwritesInput ? input.relu_() : input.relu(),
            Concatenate => cat([.. step.Inputs.Select(each => values[each])], 1),
            Add => step.Inputs.Skip(1).Aggregate(input, (sum, each) => sum.add(values[each], One)),
            MaxPool each => nn.functional.max_pool2d(input, each.Kernel, each.Stride, each.Padding),
            AveragePool each => nn.functional.avg_pool2d(input, each.Kernel, each.Stride, each.Padding, false, each.CountPadding),
            GlobalAveragePool => step.SplitNorm is { } norm ? PoolParts(step, norm, values, map, training && step.IsTrained) : Pool(input),
            GlobalMaxPool => input.amax([2, 3], keepdim: true),
            Flatten => input.flatten(1),
            Linear => nn.functional.linear(input, Find(node, "weight")!, Find(node, "bias")),
            Dropout each => training && each.Share > 0 ? Drop(input, each.Share, ref dropout) : input.alias(),
            Sigmoid => input.sigmoid(),
            Standardise each => Standardised(input, each.Epsilon),
            ChannelScale each => (input * Channels(each.Factors).to(input.device)).add(Channels(each.Offsets).to(input.device), One),
            TransposedConvolution each => nn.functional.conv_transpose2d(input, Find(node, "weight")!, Find(node, "bias"), [each.Factor, each.Factor]),
            _ => throw new NotSupportedException($"Node {node.Name}: libtorch is not taught {node.Operation}."),
        };
    }

    private Tensor PoolParts(TorchStep step, Node norm, Tensor[] values, FrozenMap? map, bool training)
    {
        // cuDNN reads a norm's parameters in groups of 16 bytes, where a part of them need not start.
        if (values[step.Inputs[0]].device_type == DeviceType.CUDA)
            return Pool(Normalise(cat([.. step.Inputs.Select(each => values[each])], 1), norm, (BatchNorm)norm.Operation, training).relu_());
        var start = 0L;
        var parts = new List<Tensor>();
        foreach (var place in step.Inputs)
        {
            var part = values[place];
            var count = part.shape[1];
            parts.Add(map is not null && place == _start!.Place ? _start.Pool(map, _parameters) : Pool(Normalise(part, norm, (BatchNorm)norm.Operation, training, (start, count)).relu_()));
            start += count;
        }

        return cat(parts, 1);
    }

    private Tensor Normalise(Tensor input, Node node, BatchNorm norm, bool training, (long Start, long Count)? channels = null)
    {
        return nn.functional.batch_norm(input, Part("running_mean")!, Part("running_var")!, Part("weight"), Part("bias"), training, norm.Momentum, norm.Epsilon);

        Tensor? Part(string name) => channels is { } range ? Find(node, name)?.narrow(0, range.Start, range.Count) : Find(node, name);
    }

    private static Tensor Standardised(Tensor input, double epsilon)
    {
        using TorchSharp.Scalar added = epsilon;
        var centred = input - input.mean([2, 3], keepdim: true);
        return centred / centred.square().mean([2, 3], keepdim: true).add(added, One).sqrt();
    }

    private Tensor? Find(Node node, string part) => _parameters.Find($"{node.Name}.{part}");

    /// <summary>As one window: the gradient of torch's mean comes in another order of memory than the ReLU's before it, and is slow to combine.</summary>
    private static Tensor Pool(Tensor input) => nn.functional.avg_pool2d(input, [input.shape[2], input.shape[3]]);

    /// <summary>The same map, each pixel's channels side by side; nothing is copied where they are already.</summary>
    private static Tensor ChannelsLast(Tensor input) => input.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

    private static Tensor Channels(IReadOnlyList<float> values) => tensor([.. values], [1, values.Count, 1, 1], ScalarType.Float32);

    /// <summary>The masks come from the caller's stream and not from torch's generator, so that they are the same on every machine and can be continued.</summary>
    private static Tensor Drop(Tensor input, double share, ref RandomStream random)
    {
        var mask = new float[input.numel()];
        var kept = (float)(1 / (1 - share));
        for (var i = 0; i < mask.Length; i++) mask[i] = random.NextBool(share) ? 0 : kept;
        return input * tensor(mask, input.shape, ScalarType.Float32).to(input.device);
    }
}
