using Neatx.Core.Labels.Consensus;

namespace Neatx.Workspace.Labels;

/// <summary>What an estimating rule learned about one finding.</summary>
public sealed record ConsensusModel(
    string Finding,
    IReadOnlyList<string> Classes,
    IReadOnlyList<double> Prevalences,
    IReadOnlyList<RaterModel> Raters,
    IReadOnlyList<double> LogLikelihood,
    bool Converged)
{
    internal static ConsensusModel Of(string finding, ConsensusLabels labels) => new(
        finding, labels.Classes, labels.Fit!.Prevalences, [.. labels.Raters.Select(RaterModel.Of)], labels.Fit.LogLikelihood, labels.Fit.Converged);
}
