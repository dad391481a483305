using Neatx.Core.Agreement;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Claims;

/// <summary>Computes what claims are about, and the variants that explain a difference.</summary>
public interface IClaimSource
{
    /// <summary>The claim's own quantity.</summary>
    ClaimValue Compute(ClaimDefinition claim);

    /// <summary>A statistic of two label sets or raters under another policy, or with another label set in place of one of them.</summary>
    ClaimValue Agreement(ClaimQuantity.Agreement quantity, string finding, AgreementPolicy policy);

    /// <summary>What was left out on purpose of the tables that a count is about.</summary>
    IEnumerable<Defect> LeftOut(ClaimDefinition claim);

    /// <summary>The statistic over "no finding at all" as if that were a finding of both label sets.</summary>
    ClaimValue BlankClass(ClaimQuantity.Agreement quantity);
}
