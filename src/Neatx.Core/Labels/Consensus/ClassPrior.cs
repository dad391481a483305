namespace Neatx.Core.Labels.Consensus;

/// <summary>What a model takes as the probability of each class before it sees the ratings of an item.</summary>
public enum ClassPrior
{
    /// <summary>The shares of the classes, estimated with the rest.</summary>
    Estimated,

    /// <summary>The same for every class.</summary>
    Uniform,
}
