using Neatx.Core.Agreement;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>agreement: what is compared with what, and how.</summary>
internal static class AgreementLanguage
{
    private static readonly AgreementDefinition Defaults = new();

    private static readonly TypedKey<AgreementPolicy> Policy = Key.Optional(
        "policy", PolicyLanguage.Shape, "How labels that are neither positive nor negative are treated; left out, they are dropped.");

    private static readonly TypedKey<bool> AllPolicies = Key.Defaulted(
        "all_policies", BoolShape.Instance, Defaults.AllPolicies, "Whether every figure is printed under all common policies side by side.");

    private static readonly TypedKey<long> Resamples = Key.Defaulted(
        "resamples", new WholeShape(0, 1_000_000), Defaults.Resamples, "Bootstrap resamples of patients for each interval; 0 for none.");

    private static readonly TypedKey<double> Confidence = Key.Defaulted(
        "confidence", new ShareShape(bounds: false), Defaults.Confidence, "The level of every interval.");

    private static readonly TypedKey<OrderedDictionary<string, ComparisonDefinition>> Comparisons = Key.Optional(
        "comparisons", ComparisonLanguage.Shape, "The figures of agreement.");

    private static readonly TypedKey<IReadOnlyList<string>> Drift = Key.Optional(
        "drift", new ListShape<string>(ReferenceShape.Ratings), "The ratings whose raters are watched for drift over the order of rating.");

    private static readonly TypedKey<long> DriftWindow = Key.Defaulted(
        "drift_window", new WholeShape(2, 1_000_000), Defaults.DriftWindow, "The window of the running rate and kappa, in images.");

    public static ObjectShape<AgreementDefinition> Shape { get; } = new(
        "agreement",
        "What is compared with what, and how.",
        [Policy, AllPolicies, Resamples, Confidence, Comparisons, Drift, DriftWindow],
        fields => new()
        {
            Policy = fields.Find(Policy) ?? new(),
            AllPolicies = fields.Get(AllPolicies),
            Resamples = (int)fields.Get(Resamples),
            Confidence = fields.Get(Confidence),
            Comparisons = [.. fields.Find(Comparisons)?.Values ?? Enumerable.Empty<ComparisonDefinition>()],
            Drift = fields.Find(Drift) ?? [],
            DriftWindow = (int)fields.Get(DriftWindow),
        });
}
