using Neatx.Workspace.Claims;

namespace Neatx.Workspace.Report.Prose;

/// <summary>Claims in sentences.</summary>
internal static class ClaimWords
{
    /// <summary>"Of 71 published numbers, 62 were reproduced, five differ and four are not computable here."</summary>
    public static string Summary(IReadOnlyList<ClaimResult> claims)
    {
        var (reproduced, differ, absent) = (Tally(ClaimStatus.Reproduced), Tally(ClaimStatus.Differs), Tally(ClaimStatus.NotComputable));
        if (reproduced == claims.Count)
        {
            return claims.Count switch
            {
                1 => "The one published number was reproduced.",
                2 => "Both published numbers were reproduced.",
                _ => $"All {English.Number(claims.Count, "published number")} were reproduced.",
            };
        }

        var parts = new List<string>();
        if (reproduced > 0) parts.Add($"{English.Number(reproduced)} {English.Verb(reproduced, "was", "were")} reproduced");
        if (differ > 0) parts.Add($"{English.Number(differ)} {English.Verb(differ, "differs", "differ")}");
        if (absent > 0) parts.Add($"{English.Number(absent)} {English.Verb(absent, "is", "are")} not computable here");
        return $"Of {English.Number(claims.Count, "published number")}, {English.List(parts)}.";

        int Tally(ClaimStatus status) => claims.Count(claim => claim.Status == status);
    }

    /// <summary>The hint and the note of the protocol's author, as sentences.</summary>
    public static string Remark(ClaimResult claim) =>
        string.Join(" ", new[] { claim.Hint, claim.Note }.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => English.Sentence(text!)));

    /// <summary>Digits to print what was computed with: whole numbers as such, others with three digits or as many as were published.</summary>
    public static int Digits(ClaimResult claim) => claim.Decimals == 0 ? 0 : Math.Max(3, claim.Decimals);
}
