using Neatx.Core.Agreement;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>comparisons: one figure of agreement each.</summary>
internal static class ComparisonLanguage
{
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "What the figure shows.");

    private static readonly TypedKey<IReadOnlyList<LabelSetPair>> Pairs = Key.Optional(
        "pairs", new ListShape<LabelSetPair>(new PairShape(), least: 1), "Pairs of label sets, in the order of the figure's columns.");

    private static readonly TypedKey<string> Ratings = Key.Optional("ratings", ReferenceShape.Ratings, "The ratings whose raters are compared.");

    private static readonly TypedKey<bool> Grades = Key.Defaulted(
        "grades", BoolShape.Instance, false, "For raters: whether the five certainties are compared as ordered categories, rather than the side of .5.");

    private static readonly TypedKey<IReadOnlyList<string>> Findings = Key.Optional(
        "findings",
        new ListShape<string>(ReferenceShape.Finding, least: 1),
        "The findings, in the order of the figure's rows; left out for all that both sides judge.");

    private static readonly TypedKey<AgreementPolicy> Policy = Key.Optional(
        "policy", PolicyLanguage.Shape, "The policy of this figure; left out, the protocol's holds.");

    private static readonly ObjectShape<ComparisonDefinition> Comparison = new(
        "comparison",
        "A figure of agreement: pairs of label sets, or the raters of one ratings table.",
        [Title, Pairs, Ratings, Grades, Findings, Policy],
        fields => new()
        {
            Name = fields.Name,
            Title = fields.Get(Title),
            Pairs = fields.Find(Pairs) ?? [],
            Ratings = fields.Find(Ratings),
            Grades = fields.Get(Grades),
            Findings = fields.Find(Findings) ?? [],
            Policy = fields.Find(Policy),
        })
    {
        Rules = [new ExactlyOneRule([Pairs], [Ratings]), new NeedsRule(Grades, Ratings)],
    };

    public static MapShape<ComparisonDefinition> Shape { get; } = new(NameShape.Plain, Comparison, NameSpace.Comparison);
}
