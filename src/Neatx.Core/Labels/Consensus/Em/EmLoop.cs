namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// The expectation-maximisation of Dempster, Laird and Rubin (1977). It stops on the relative change of the log-likelihood of the
/// observed ratings plus the log prior: the quantity that theory says never falls, unlike the expected log-likelihood.
/// </summary>
internal static class EmLoop
{
    /// <summary>Iterates from the posteriors in force until the change is within the tolerance or the iterations run out.</summary>
    public static ModelFit Run(IEstimation estimation, int maximumIterations, double tolerance)
    {
        var trace = new List<double>(Math.Min(maximumIterations, 128));
        var converged = false;
        while (!converged && trace.Count < maximumIterations)
        {
            estimation.Maximize();
            var current = estimation.Expect() + estimation.LogPrior;
            converged = trace.Count > 0 && Math.Abs(current - trace[^1]) <= tolerance * Math.Abs(trace[^1]);
            trace.Add(current);
        }

        return new ModelFit
        {
            Prevalences = [.. estimation.Prevalence],
            LogLikelihood = trace,
            LogPrior = estimation.LogPrior,
            Converged = converged,
        };
    }
}
