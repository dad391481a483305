namespace Neatx.Core.Labels.Consensus;

/// <summary>How the estimation of a model rule went.</summary>
public sealed record ModelFit
{
    /// <summary>
    /// The share of each class, in the order of <see cref="ConsensusLabels.Classes"/>; the mean posterior where the class prior is uniform.
    /// </summary>
    public required IReadOnlyList<double> Prevalences { get; init; }

    /// <summary>
    /// The log-likelihood of the observed ratings (natural logarithm, weighted where ratings are) after each iteration. Where the rule has
    /// a prior or smoothing, its log density is added, up to a constant: that sum is what the iterations climb. It never falls.
    /// </summary>
    public required IReadOnlyList<double> LogLikelihood { get; init; }

    /// <summary>The part of the last <see cref="LogLikelihood"/> that comes from the prior or smoothing; 0 without.</summary>
    public required double LogPrior { get; init; }

    /// <summary>True when the relative change fell below the tolerance, false when the iterations ran out.</summary>
    public required bool Converged { get; init; }

    /// <summary>Which start won: 0 is the majority, 1 and up the random restarts.</summary>
    public int Restart { get; init; }

    /// <summary>The number of iterations, each an M-step and an E-step.</summary>
    public int Iterations => LogLikelihood.Count;
}
