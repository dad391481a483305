using Neatx.Core.Agreement;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>A claim about a statistic of two label sets, or of two raters of one ratings table.</summary>
internal static class AgreementClaimLanguage
{
    public const string DefaultStatistic = AgreementNames.CohenKappa;

    private static readonly TypedKey<string> A = Key.Required("a", TextShape.Word, "A label set, or a rater where ratings is given.");
    private static readonly TypedKey<string> B = Key.Required("b", TextShape.Word, "The other.");
    private static readonly TypedKey<string> Ratings = Key.Optional("ratings", ReferenceShape.Ratings, "The ratings that a and b are raters of.");

    private static readonly TypedKey<string> Statistic = Key.Defaulted(
        "statistic",
        new WordShape<string>("a statistic", [.. AgreementNames.OfPairs.Select(name => new Word<string>(name, name, AgreementNames.Describe(name)))]),
        DefaultStatistic,
        "What was computed.");

    private static readonly TypedKey<AgreementPolicy> Policy = Key.Optional(
        "policy", PolicyLanguage.Shape, "The policy that the number was computed under; left out, the protocol's holds.");

    public static ObjectShape<ClaimQuantity> Shape { get; } = new(
        "claim of agreement",
        "A statistic of two label sets, or of two raters.",
        [A, B, Ratings, Statistic, Policy],
        fields => new ClaimQuantity.Agreement(fields.Get(Statistic), fields.Get(A), fields.Get(B))
        {
            Ratings = fields.Find(Ratings),
            Policy = fields.Find(Policy),
        })
    {
        Check = fields =>
        {
            foreach (var key in (TypedKey<string>[])[A, B])
                CheckSide(fields, key);
        },
    };

    private static void CheckSide(Fields fields, TypedKey<string> key)
    {
        if (fields.Find(key) is not { } name) return;
        fields.Binding.Under(key.Name, () =>
        {
            var place = fields.Node(key)!.Place;
            if (!fields.Has(Ratings)) fields.Binding.Refer(place, name, NameSpace.LabelSet);
            else if (fields.Find(Ratings) is { } ratings) RaterRule.Check(fields.Binding, place, ratings, name);
        });
    }
}
