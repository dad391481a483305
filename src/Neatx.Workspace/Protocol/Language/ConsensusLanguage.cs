using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>consensus: label sets made from ratings by a named rule.</summary>
internal static class ConsensusLanguage
{
    private static readonly TypedKey<string> Title = Key.Required("title", TextShape.Line, "The name in figures and tables.");

    private static readonly TypedKey<LabelKind> Kind = Key.Defaulted(
        "kind", KindWords.Shape, LabelKind.NonExpert, "Who or what produced the labels.");

    private static readonly TypedKey<string> Ratings = Key.Required("ratings", ReferenceShape.Ratings, "The ratings that are combined.");

    private static readonly TypedKey<ConsensusRule> Rule = Key.Required(
        "rule",
        new WordShape<ConsensusRule>("a rule", [.. ConsensusRules.All.Select(rule => new Word<ConsensusRule>(rule.Name, rule, rule.Summary))]),
        "The rule that resolves them.");

    private static readonly TypedKey<OrderedDictionary<string, string>> Options = Key.Optional(
        "options", new MapShape<string>(TextShape.Word, TextShape.Cell), "The options of the rule.");

    private static readonly TypedKey<string> Gold = Key.Optional(
        "gold", ReferenceShape.LabelSet, "A label set that anchors the images it labels, for rules that estimate.");

    private static readonly ObjectShape<ConsensusDefinition> Consensus = new(
        "consensus",
        "A label set made from ratings by a named rule.",
        [Title, Kind, Ratings, Rule, Options, Gold],
        fields => new()
        {
            Name = fields.Name,
            Title = fields.Get(Title),
            Kind = fields.Get(Kind),
            Ratings = fields.Get(Ratings),
            Rule = fields.Get(Rule).Name,
            Options = fields.Find(Options) ?? new(StringComparer.Ordinal),
            Gold = fields.Find(Gold),
        })
    {
        Rules = [new RuleOptionsRule(Rule, Options, Gold)],
        Check = fields =>
        {
            OrderRule.Check(fields, Gold, NameSpace.LabelSet);
            OriginRule.Declare(fields, fields.Find(Ratings));
        },
    };

    public static MapShape<ConsensusDefinition> Shape { get; } = new(NameShape.Plain, Consensus, NameSpace.LabelSet);
}
