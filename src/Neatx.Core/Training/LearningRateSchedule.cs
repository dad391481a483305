namespace Neatx.Core.Training;

/// <summary>How the optimiser's step size moves over a run.</summary>
public enum LearningRateSchedule
{
    /// <summary>It stays, as in the paper.</summary>
    Constant,

    /// <summary>
    /// It falls along half a cosine, from the recipe's at the first step to nearly 0 at the last of the last epoch (Loshchilov and Hutter 2017, arXiv:1608.03983,
    /// without restarts): a network from random weights settles at the end, its running statistics with it.
    /// </summary>
    Cosine,
}
