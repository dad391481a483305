using Neatx.Learning.Models;
using Neatx.Learning.Training.Checkpoints;
using Neatx.Learning.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Neatx.Learning.Training.Loop;

/// <summary>The tensors of a learner as files hold them, and back.</summary>
internal static class LearnerState
{
    /// <summary>The parameters and running statistics as they are now.</summary>
    public static IReadOnlyList<StoredTensor> Parameters(Learner learner) =>
        [.. learner.Network.Network.Parameters.Select(each => Copy(each.Name, learner.Network.Parameters[each.Name]))];

    /// <summary>The parameters and Adam's moments, under the prefixes of a checkpoint.</summary>
    public static IEnumerable<StoredTensor> Of(Learner learner)
    {
        foreach (var each in Parameters(learner)) yield return each.Named(Checkpoint.Now + each.Name);
        var names = learner.Network.TrainableNames;
        for (var index = 0; index < names.Count; index++)
        {
            yield return Copy(Checkpoint.Mean + names[index], learner.Optimiser.Means[index]);
            yield return Copy(Checkpoint.Square + names[index], learner.Optimiser.Squares[index]);
        }
    }

    /// <summary>Puts parameters and running statistics in.</summary>
    public static void Load(ParameterSet parameters, IEnumerable<StoredTensor> values)
    {
        foreach (var each in values) parameters.Write(each.Name, each.ToFloats());
    }

    /// <summary>Puts in what a checkpoint holds: the learner is as it was when it was made.</summary>
    public static void Restore(Learner learner, Checkpoint checkpoint)
    {
        Load(learner.Network.Parameters, checkpoint.Under(Checkpoint.Now));
        learner.Optimiser.Steps = checkpoint.Position.OptimiserSteps;
        Restore(learner, learner.Optimiser.Means, checkpoint.Under(Checkpoint.Mean));
        Restore(learner, learner.Optimiser.Squares, checkpoint.Under(Checkpoint.Square));
    }

    /// <summary>No parameter is NaN or infinite.</summary>
    public static bool IsFinite(Learner learner)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        return learner.Network.TrainableTensors.All(each => each.isfinite().all().ToBoolean());
    }

    private static void Restore(Learner learner, IReadOnlyList<Tensor> moments, IEnumerable<StoredTensor> values)
    {
        using var untracked = no_grad();
        using var scope = NewDisposeScope();
        var byName = values.ToDictionary(each => each.Name, StringComparer.Ordinal);
        for (var index = 0; index < moments.Count; index++)
            moments[index].copy_(tensor(byName[learner.Network.TrainableNames[index]].ToFloats(), moments[index].shape, ScalarType.Float32));
    }

    private static StoredTensor Copy(string name, Tensor values)
    {
        using var scope = NewDisposeScope();
        return StoredTensor.Of(name, values.shape, values.detach().cpu().contiguous().data<float>().ToArray());
    }
}
