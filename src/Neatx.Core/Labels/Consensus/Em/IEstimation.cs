namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>A model in the middle of its estimation: posteriors of the items and parameters, improved in turn.</summary>
internal interface IEstimation
{
    /// <summary>Items x classes; zeros for items that take no part.</summary>
    double[] Posterior { get; }

    /// <summary>The prior probability of each class.</summary>
    double[] Prevalence { get; }

    /// <summary>The log density of the prior or smoothing at the parameters in force, up to a constant; 0 without one.</summary>
    double LogPrior { get; }

    /// <summary>Sets the posteriors to the soft majority of the ratings.</summary>
    void StartFromMajority();

    /// <summary>M-step: moves the parameters so that the expected complete-data log-likelihood plus log prior does not fall.</summary>
    void Maximize();

    /// <summary>E-step: posteriors under the parameters in force.</summary>
    /// <returns>The log-likelihood of the observed ratings under these parameters.</returns>
    double Expect();
}
