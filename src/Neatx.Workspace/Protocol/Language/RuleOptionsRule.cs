using System.Text.Json.Nodes;
using Neatx.Core.Labels.Consensus;
using Neatx.Workspace.Protocol.Shapes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>The options of a consensus are those of its rule, with values that the rule accepts; only a rule that estimates is anchored.</summary>
internal sealed class RuleOptionsRule(TypedKey<ConsensusRule> rule, Key options, Key gold) : KeyRule
{
    public override void Check(Fields fields)
    {
        if (fields.Find(rule) is not { } chosen) return;
        if (fields.Has(gold) && chosen is not ModelRule)
            fields.Report(gold, $"conflicts with 'rule: {chosen.Name}', which estimates nothing that could be anchored; remove it or choose {Wording.Either([.. Anchored])}");
        var known = chosen.Options.Select(option => option.Name).ToList();
        foreach (var entry in (fields.Node(options) as MapNode)?.Entries ?? [])
        {
            fields.Binding.Under(options.Name, () =>
            {
                if (!known.Contains(entry.Key.Text, StringComparer.Ordinal))
                    fields.Binding.Report(entry.Key.Place, $"unknown option {Wording.Quote(entry.Key.Text)} of the rule '{chosen.Name}'{Wording.Suggest(entry.Key.Text, known)}");
                else if (entry.Value is ScalarNode value && !chosen.TryWith(entry.Key.Text, value.Text, out _, out _))
                    fields.Binding.Under(entry.Key.Text, () => fields.Binding.Report(value.Place, $"expected {Allowed(chosen, entry.Key.Text)}, found {value.Found}"));
            });
        }
    }

    /// <summary>For each rule, the options that it has.</summary>
    public override JsonObject Schema() => new()
    {
        ["allOf"] = new JsonArray([.. ConsensusRules.All.Select(each => (JsonNode)new JsonObject
        {
            ["if"] = Property(rule.Name, new() { ["const"] = each.Name }),
            ["then"] = Property(options.Name, new() { ["additionalProperties"] = false, ["properties"] = OptionsOf(each) }),
        })]),
    };

    private static IEnumerable<string> Anchored => ConsensusRules.All.Where(each => each is ModelRule).Select(each => each.Name);

    private static string Allowed(ConsensusRule rule, string option) => rule.Options.First(each => each.Name == option).Allowed;

    private static JsonObject OptionsOf(ConsensusRule rule) => new(rule.Options.Select(option => KeyValuePair.Create<string, JsonNode?>(
        option.Name,
        new JsonObject { ["description"] = $"{char.ToUpperInvariant(option.Allowed[0])}{option.Allowed[1..]}; {option.Value} unless stated." })));

    private static JsonObject Property(string name, JsonObject schema) => new() { ["properties"] = new JsonObject { [name] = schema } };
}
