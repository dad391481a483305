using System.Globalization;
using Neatx.Core.Agreement;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Claims;

/// <summary>
/// Looks for the likely cause of a difference: the first variant, in a fixed order, whose value rounds to the published digits.
/// A cause is a suggestion, worded as one.
/// </summary>
internal sealed class CauseSearch(IReadOnlyList<ClaimDefinition> claims, IReadOnlyList<ClaimValue> values, IClaimSource source, ClaimWording wording)
{
    private static readonly (AgreementPolicy Policy, string Cause)[] OtherPolicies =
    [
        (new AgreementPolicy { Uncertain = StateTreatment.AsClass }, "undecided was kept as a class of its own (a filter written with 'or' does that)"),
        (new AgreementPolicy { Missing = StateTreatment.AsClass }, "a blank label was scored as a class of its own"),
        (new AgreementPolicy { Uncertain = StateTreatment.AsNegative }, "undecided was counted as negative"),
        (new AgreementPolicy { Uncertain = StateTreatment.AsPositive }, "undecided was counted as positive"),
        (new AgreementPolicy { Uncertain = StateTreatment.AsClass, Invalid = StateTreatment.AsClass, Missing = StateTreatment.AsClass }, "undecided, invalid and blank were each kept as a class"),
    ];

    /// <summary>The likely cause of a difference, one sentence.</summary>
    public string OfDifference(ClaimDefinition claim, double computed) =>
        TrainedAnew(claim, computed)
        ?? Exchanged(claim, computed)
        ?? OtherPolicy(claim)
        ?? OtherRelease(claim)
        ?? BlankClass(claim)
        ?? PrintedTwice(claim)
        ?? LeftOut(claim, computed)
        ?? (Rounding.IsOneUnitOff(claim.Published, claim.Decimals, computed)
            ? "Off by one unit of the last printed digit: the number was probably cut off, rounded twice, or computed from slightly other rows."
            : "No cause found among exchanged rows, other policies and other releases.");

    /// <summary>What explains a number for a finding that one side does not judge, or null.</summary>
    public string? OfNotJudged(ClaimDefinition claim) => PrintedTwice(claim);

    /// <summary>Networks are trained anew, so a figure of them is measured by the spread that was published with it, where it was.</summary>
    private string? TrainedAnew(ClaimDefinition claim, double computed)
    {
        if (claim.Quantity is not ClaimQuantity.Evaluation figure) return null;
        const string Anew = "The networks were trained anew here, so equal digits are not to be expected";
        var spread = claims.FirstOrDefault(other => other.Finding == claim.Finding && other.Quantity == figure with { Statistic = $"{figure.Statistic}_sd" });
        return spread is not { Published: > 0 }
            ? $"{Anew}."
            : Invariant($"{Anew}; the difference is {Math.Abs(computed - claim.Published) / spread.Published:F1} times the published SD over seeds.");
    }

    /// <summary>Two claims of one group, each published where the other's value belongs.</summary>
    private string? Exchanged(ClaimDefinition claim, double computed)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            var other = claims[i];
            if (ReferenceEquals(other, claim) || other.Group != claim.Group || values[i].Value is not { } otherValue) continue;
            if (Matches(claim, otherValue) && Rounding.Agrees(other.Published, other.Decimals, computed))
                return $"Two rows look exchanged: the published {ClaimWording.Number(claim.Published, claim.Decimals)} is the value of {other.Finding ?? other.Id}, and the {ClaimWording.Number(other.Published, other.Decimals)} printed there is the value of {claim.Finding ?? claim.Id}.";
        }

        return null;
    }

    private string? OtherPolicy(ClaimDefinition claim)
    {
        if (claim is not { Quantity: ClaimQuantity.Agreement quantity, Finding: { } finding }) return null;
        foreach (var (policy, cause) in OtherPolicies)
            if (source.Agreement(quantity, finding, policy) is { Value: { } value } found && Matches(claim, value))
                return $"The published number comes out when {cause} (n {found.N}).";
        return null;
    }

    private string? OtherRelease(ClaimDefinition claim)
    {
        if (claim is not { Quantity: ClaimQuantity.Agreement quantity, Finding: { } finding }) return null;
        foreach (var alternative in claim.Alternatives)
            foreach (var variant in new[] { quantity with { A = alternative }, quantity with { B = alternative } })
                if (source.Agreement(variant, finding, quantity.Policy ?? wording.Policy) is { Value: { } value } && Matches(claim, value))
                    return $"The published number comes out with {wording.Title(alternative)}, another release of the table.";
        return null;
    }

    private string? BlankClass(ClaimDefinition claim) =>
        claim.Quantity is ClaimQuantity.Agreement quantity && source.BlankClass(quantity) is { Value: { } value } && Matches(claim, value)
            ? "The published number is the agreement on images without any finding: the blank label was scored as a class that both label sets share."
            : null;

    /// <summary>The number belongs to another pair: a column was labelled or copied wrongly.</summary>
    private string? PrintedTwice(ClaimDefinition claim)
    {
        if (claim.Quantity is not ClaimQuantity.Agreement || claim.Finding is null) return null;
        for (var i = 0; i < claims.Count; i++)
        {
            var other = claims[i];
            if (other.Group == claim.Group || other.Source != claim.Source || other.Finding != claim.Finding) continue;
            if (other.Published.Equals(claim.Published) && values[i].Value is { } value && Matches(claim, value))
                return $"The same number is printed for {wording.Pair(other)}, where it is right: this column looks like a copy of that one.";
        }

        return null;
    }

    /// <summary>A count of images that is smaller here because a table's unreliable rows were left out.</summary>
    private string? LeftOut(ClaimDefinition claim, double computed)
    {
        if (claim.Quantity is not (ClaimQuantity.SharedImages or ClaimQuantity.TableCount) || computed >= claim.Published) return null;
        var defects = source.LeftOut(claim).ToList();
        if (defects.Count == 0) return null;
        var missing = (long)(claim.Published - computed);
        var listed = string.Join(" ", defects.Select(defect => Invariant($"{defect.Count:N0}: {defect.Text}")));
        return missing == defects.Sum(defect => defect.Count)
            ? Invariant($"The {missing:N0} images that are fewer here were left out on purpose. {listed}")
            : Invariant($"Some of the {missing:N0} images that are fewer here may be among those left out on purpose. {listed}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool Matches(ClaimDefinition claim, double value) => Rounding.Agrees(claim.Published, claim.Decimals, value);
}
