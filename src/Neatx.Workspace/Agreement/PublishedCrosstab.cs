using Neatx.Core.Agreement;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Agreement;

/// <summary>Crosstabs that the protocol quotes, for pairs of which a side is not to be had here.</summary>
internal static class PublishedCrosstab
{
    /// <summary>The counts over negative and positive: rows A, columns B.</summary>
    public static Crosstab Of(IReadOnlyList<IReadOnlyList<long>> counts) => new(["negative", "positive"], counts.SelectMany(row => row).ToArray());

    /// <summary>What the claims quote for a pair under a policy, finding by finding; of several quotations the first.</summary>
    public static IReadOnlyDictionary<string, Crosstab> For(LabelSetPair pair, AgreementPolicy policy, ProtocolDocument protocol)
    {
        var found = new Dictionary<string, Crosstab>(StringComparer.Ordinal);
        foreach (var claim in protocol.Claims)
            if (claim is { Finding: { } finding, Quantity: ClaimQuantity.Agreement { Crosstab: { } counts } quantity }
                && quantity.A == pair.A && quantity.B == pair.B && (quantity.Policy ?? protocol.Agreement.Policy) == policy)
                found.TryAdd(finding, Of(counts));
        return found;
    }
}
