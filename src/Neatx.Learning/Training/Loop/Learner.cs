using Neatx.Core.Statistics;
using Neatx.Learning.Models;
using Neatx.Learning.Training.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Neatx.Learning.Training.Loop;

/// <summary>The trained part of a network with its optimiser and its rows: learns from a step of rows, and scores rows.</summary>
internal sealed class Learner : IDisposable
{
    /// <summary>The most rows, and the most values of all their inputs, that are scored together: what lies between takes many times the memory.</summary>
    private const int MostScoredRows = 64, MostScoredValues = 1 << 22;

    private readonly TorchNetwork _network;
    private readonly LabelTargets _targets;
    private readonly Device _device;
    private readonly int _batchSize, _scoredAtOnce;
    private readonly BatchBuffer _input, _target, _weight;
    private readonly Tensor _positiveWeights;

    public Learner(TorchNetwork network, LabelTargets targets, int batchSize, IReadOnlyList<long> rowShape, Device device)
    {
        (_network, _targets, _batchSize, _device) = (network, targets, batchSize, device);
        Optimiser = new Adam(network.TrainableTensors);
        _scoredAtOnce = (int)Math.Clamp(MostScoredValues / rowShape.Aggregate(1L, (product, side) => product * side), 1, MostScoredRows);
        _input = new BatchBuffer(Math.Max(batchSize, _scoredAtOnce), rowShape);
        _target = new BatchBuffer(batchSize, [targets.Findings]);
        _weight = new BatchBuffer(batchSize, [targets.Findings]);
        _positiveWeights = tensor(targets.PositiveWeights.ToArray()).to(device).DetachFromDisposeScope();
    }

    public TorchNetwork Network => _network;

    public Adam Optimiser { get; }

    /// <summary>One step of the optimiser over some rows, batch after batch.</summary>
    /// <param name="rows">Gives the values of rows.</param>
    /// <param name="step">The rows of the step.</param>
    /// <param name="learningRate">Of this step.</param>
    /// <param name="dropout">For each batch, counted from 0, where its dropout is drawn from.</param>
    /// <returns>The loss before the step. Where it is not finite the parameters are left as they were.</returns>
    public double Step(IRows rows, ReadOnlySpan<int> step, double learningRate, Func<int, RandomStream> dropout)
    {
        var sum = 0.0;
        for (var (start, batch) = (0, 0); start < step.Length; start += _batchSize, batch++)
        {
            using var scope = NewDisposeScope();
            var part = step.Slice(start, Math.Min(_batchSize, step.Length - start));
            _targets.Fill(step, part, _target.Room(part.Length).Span, _weight.Room(part.Length).Span);
            var random = dropout(batch);
            var logits = Joined(_network.Train(Input(rows, part), ref random));
            var loss = nn.functional.binary_cross_entropy_with_logits(
                logits, _target.Take(part.Length, _device), _weight.Take(part.Length, _device), nn.Reduction.Sum, _positiveWeights);
            sum += loss.ToSingle();
            if (!double.IsFinite(sum)) return sum;
            loss.backward();
        }

        Optimiser.Step(learningRate);
        return sum;
    }

    /// <summary>The logits of rows, rows x findings, as the network stands.</summary>
    public float[] Score(IRows rows, ReadOnlySpan<int> which)
    {
        var scores = new float[which.Length * _targets.Findings];
        for (var start = 0; start < which.Length; start += _scoredAtOnce)
        {
            using var scope = NewDisposeScope();
            var part = which.Slice(start, Math.Min(_scoredAtOnce, which.Length - start));
            var logits = Joined(_network.Infer(Input(rows, part))).cpu().contiguous();
            logits.data<float>().CopyTo(scores, start * _targets.Findings);
        }

        return scores;
    }

    public void Dispose()
    {
        Optimiser.Dispose();
        foreach (var each in (IDisposable[])[_input, _target, _weight, _positiveWeights]) each.Dispose();
    }

    private static Tensor Joined(IReadOnlyList<Tensor> heads) => heads.Count == 1 ? heads[0] : cat([.. heads], 1);

    private Tensor Input(IRows rows, ReadOnlySpan<int> part)
    {
        rows.CopyTo(part, _input.Room(part.Length));
        var input = _input.Take(part.Length, _device);
        return rows.Shape is [1, _, _] ? input.expand(-1, _network.Network.InputChannels, -1, -1) : input;
    }
}
