namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// How raters answer, given the class of an item: the part in which dawid-skene, one-coin and mace differ. Tables are raters x
/// categories x classes, so that one answer is one contiguous row over the classes.
/// </summary>
internal interface IRaterModel
{
    /// <summary>The log density of the prior at the parameters in force, up to a constant; 0 without one.</summary>
    double LogPrior { get; }

    /// <summary>Sets the parameters to the best for the expected counts, and writes the log-probability of each answer.</summary>
    void Maximize(ReadOnlySpan<double> counts, Span<double> logProbabilities);
}
