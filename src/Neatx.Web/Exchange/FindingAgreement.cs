using Neatx.Core.Campaign;

namespace Neatx.Web.Exchange;

/// <summary>Cohen's kappa between raters on one finding.</summary>
/// <param name="Finding">Its name.</param>
/// <param name="N">Pairs of ratings.</param>
/// <param name="Kappa">Null where undefined.</param>
/// <param name="Low">The lower bound of the patient-bootstrap interval, or null.</param>
/// <param name="High">The upper bound, or null.</param>
/// <param name="Undefined">Why there is no kappa, or null.</param>
public sealed record FindingAgreement(string Finding, long N, double? Kappa, double? Low, double? High, string? Undefined)
{
    internal static FindingAgreement Of(string finding, SampledKappa kappa) =>
        new(finding, kappa.N, kappa.Kappa.Value, kappa.Kappa.BootstrapCi?.Low, kappa.Kappa.BootstrapCi?.High, kappa.Kappa.Undefined);
}
