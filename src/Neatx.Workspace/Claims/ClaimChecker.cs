using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Claims;

/// <summary>Compares every published number with what is computed here, and looks for the cause where they differ.</summary>
public static class ClaimChecker
{
    /// <summary>One result a claim, in the claims' order.</summary>
    public static IReadOnlyList<ClaimResult> Check(IReadOnlyList<ClaimDefinition> claims, IClaimSource source, ClaimWording wording)
    {
        var values = claims.Select(source.Compute).ToList();
        var causes = new CauseSearch(claims, values, source, wording);
        return [.. claims.Select((claim, index) => Result(claim, values[index], causes, wording))];
    }

    private static ClaimResult Result(ClaimDefinition claim, ClaimValue value, CauseSearch causes, ClaimWording wording)
    {
        var status = value.Value switch
        {
            null => ClaimStatus.NotComputable,
            { } computed when Rounding.Agrees(claim.Published, claim.Decimals, computed) => ClaimStatus.Reproduced,
            _ => ClaimStatus.Differs,
        };
        return new ClaimResult
        {
            Id = claim.Id,
            Source = claim.Source,
            Subject = wording.Subject(claim),
            Published = claim.Published,
            Decimals = claim.Decimals,
            Computed = value.Value,
            Status = status,
            From = value.Value is null ? null : value.From,
            N = value.N,
            Policy = value.Policy,
            Hint = status switch
            {
                ClaimStatus.NotComputable => value.IsNotJudged ? Join(value.Reason, causes.OfNotJudged(claim)) : value.Reason,
                ClaimStatus.Differs => causes.OfDifference(claim, value.Value!.Value),
                _ => null,
            },
            Note = claim.Note,
        };
    }

    private static string? Join(string? first, string? second) => second is null ? first : $"{first} {second}";
}
