using Neatx.Learning.Models.Operations;
using static TorchSharp.torch;

namespace Neatx.Learning.Models;

/// <summary>
/// Where the trained part of a DenseNet starts: a map that is read by a batch norm, ReLU and 1 x 1 convolution, and as the first part of a normalised, rectified,
/// pooled concatenation; by nothing else. Where nothing trains the map, a step of training takes a <see cref="FrozenMap"/> in its place.
/// </summary>
/// <param name="Place">Of the step that makes the map.</param>
/// <param name="Norm">The first norm.</param>
/// <param name="Relu">Reads it.</param>
/// <param name="Convolution">Reads that.</param>
/// <param name="LastNorm">The norm before the global mean.</param>
internal sealed record FrozenStart(int Place, Node Norm, Node Relu, Node Convolution, Node LastNorm)
{
    private BatchNorm First => (BatchNorm)Norm.Operation;

    private BatchNorm Last => (BatchNorm)LastNorm.Operation;

    /// <summary>The start among some steps, or null where there is none.</summary>
    public static FrozenStart? Of(IReadOnlyList<TorchStep> steps) => Enumerable.Range(0, steps.Count).Select(place => At(steps, place)).OfType<FrozenStart>().FirstOrDefault();

    /// <summary>Reads a batch, and takes note of its statistics in both norms.</summary>
    public FrozenMap Read(Tensor input, ParameterSet parameters)
    {
        using var untracked = no_grad();
        var channels = input.shape[1];
        var map = FrozenMap.Of(
            input, First.Epsilon, (parameters[$"{Norm.Name}.weight"], parameters[$"{Norm.Name}.bias"]), (parameters[$"{LastNorm.Name}.weight"], parameters[$"{LastNorm.Name}.bias"]));
        using TorchSharp.Scalar correction = map.Values / (map.Values - 1.0);
        var unbiased = map.Variances.mul(correction);
        foreach (var (node, share) in new[] { (Norm, First.Momentum), (LastNorm, Last.Momentum) })
        {
            using TorchSharp.Scalar now = share, before = 1 - share;
            parameters[$"{node.Name}.running_mean"].narrow(0, 0, channels).mul_(before).add_(map.Means, now);
            parameters[$"{node.Name}.running_var"].narrow(0, 0, channels).mul_(before).add_(unbiased, now);
        }

        return map;
    }

    /// <summary>What the convolution gives: its weights times the norm's, on both parts of the map.</summary>
    public Tensor Convolve(FrozenMap map, ParameterSet parameters)
    {
        var kernel = parameters[$"{Convolution.Name}.weight"];
        var (weight, bias) = (parameters[$"{Norm.Name}.weight"].view(1, -1, 1, 1), parameters[$"{Norm.Name}.bias"].view(1, -1, 1, 1));
        var result = nn.functional.conv2d(map.Parts, cat([kernel * weight, kernel * bias], 1));
        // As the steps behind it read best; it is a small part of the map.
        return result.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
    }

    /// <summary>images x channels x 1 x 1: the mean of the map behind the last norm and its ReLU.</summary>
    public Tensor Pool(FrozenMap map, ParameterSet parameters)
    {
        var channels = map.Means.shape[0];
        var (weight, bias) = (parameters[$"{LastNorm.Name}.weight"].narrow(0, 0, channels), parameters[$"{LastNorm.Name}.bias"].narrow(0, 0, channels));
        return (map.MeanOfNormalised * weight).add(map.MeanOfMask * bias, TorchPlan.One).unsqueeze(-1).unsqueeze(-1);
    }

    private static FrozenStart? At(IReadOnlyList<TorchStep> steps, int place)
    {
        if (Readers(steps, place) is not [{ IsTrained: true, Node: { Operation: BatchNorm { HasWeight: true } first } norm } start, { IsTrained: true, SplitNorm: { Operation: BatchNorm { HasWeight: true } last } lastNorm } pool]) return null;
        if (first.Epsilon != last.Epsilon || pool.Inputs[0] != place || pool.Inputs.Skip(1).Contains(place)) return null;
        return OnlyReader(steps, start) is { Node: { Operation: Operations.Relu } relu } next
            && OnlyReader(steps, next) is { Node: { Operation: Convolution { KernelHeight: 1, KernelWidth: 1, Stride: 1, PaddingHeight: 0, PaddingWidth: 0, Bias: false } } convolution }
            ? new FrozenStart(place, norm, relu, convolution, lastNorm)
            : null;
    }

    private static TorchStep? OnlyReader(IReadOnlyList<TorchStep> steps, TorchStep step) => Readers(steps, steps.ToList().IndexOf(step)) is [var only] ? only : null;

    private static TorchStep[] Readers(IReadOnlyList<TorchStep> steps, int place) => [.. steps.Where(step => step.Inputs.Contains(place))];
}
