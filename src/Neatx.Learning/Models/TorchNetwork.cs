using Neatx.Core.Statistics;
using static TorchSharp.torch;

namespace Neatx.Learning.Models;

/// <summary>
/// Runs a network on libtorch. Parameters stay the property of their set. What is not trainable is frozen: it gets no gradient, and a batch
/// norm of which nothing is trainable uses its running statistics in training too. Not safe for use by several threads at once.
/// </summary>
public sealed class TorchNetwork
{
    private readonly TorchPlan _plan;

    /// <summary>Marks the trainable parameters for gradients, and no other.</summary>
    /// <param name="network">What to run.</param>
    /// <param name="parameters">At least the network's parameters; may hold those of other parts.</param>
    /// <param name="trainable">Names of the parameters that are trained; null for all of the network's.</param>
    /// <exception cref="ArgumentException">Parameters of the network are missing, or names are not its own.</exception>
    public TorchNetwork(Network network, ParameterSet parameters, IReadOnlySet<string>? trainable = null)
    {
        var missing = network.Parameters.Where(each => parameters.Find(each.Name) is null).Select(each => each.Name).ToList();
        if (missing.Count > 0) throw new ArgumentException($"Network {network.Name} needs parameters that the set does not hold: {string.Join(", ", missing)}.", nameof(parameters));
        var own = network.Parameters.Where(each => !each.IsStatistic).Select(each => each.Name).ToList();
        var unknown = (trainable ?? new HashSet<string>(StringComparer.Ordinal)).Except(own, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw new ArgumentException($"Network {network.Name} has no trainable parameters of these names: {string.Join(", ", unknown)}.", nameof(trainable));
        (Network, Parameters, TrainableNames) = (network, parameters, [.. own.Where(each => trainable?.Contains(each) ?? true)]);
        foreach (var name in own) parameters[name].requires_grad_(false);
        foreach (var name in TrainableNames) parameters[name].requires_grad_(true);
        _plan = new TorchPlan(network, parameters, TrainableNames.ToHashSet(StringComparer.Ordinal));
    }

    public Network Network { get; }

    public ParameterSet Parameters { get; }

    /// <summary>In the order of the network.</summary>
    public IReadOnlyList<string> TrainableNames { get; }

    /// <summary>For an optimiser, in the order of <see cref="TrainableNames"/>; the set stays their owner.</summary>
    public IReadOnlyList<TorchSharp.Modules.Parameter> TrainableTensors => [.. TrainableNames.Select(each => (TorchSharp.Modules.Parameter)Parameters[each])];

    /// <summary>The outputs, one a head, as a trained network gives them: running statistics, no dropout, no gradients.</summary>
    /// <param name="input">float32, images x channels x height x width, or images x values where the network starts from a vector. Left as it is.</param>
    /// <returns>Tensors of the caller, registered with the dispose scope around the call, if any.</returns>
    public IReadOnlyList<Tensor> Infer(Tensor input)
    {
        using var untracked = no_grad();
        var unused = new RandomStream(0);
        return _plan.Run(input, training: false, ref unused);
    }

    /// <summary>The outputs with gradients towards the trainable parameters; trainable batch norms use and note the statistics of the batch.</summary>
    /// <param name="input">As for <see cref="Infer"/>.</param>
    /// <param name="dropout">Where masks of dropout are drawn from; the caller keeps it, so that a run can continue where it was.</param>
    /// <returns>As for <see cref="Infer"/>.</returns>
    public IReadOnlyList<Tensor> Train(Tensor input, ref RandomStream dropout) => _plan.Run(input, training: true, ref dropout);
}
