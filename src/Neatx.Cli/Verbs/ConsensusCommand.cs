using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Core.Labels.Consensus;
using Neatx.Workspace.Labels;

namespace Neatx.Cli.Verbs;

/// <summary>neatx consensus: one label an item from the ratings of any CSV file, by a named rule, without a protocol.</summary>
internal sealed class ConsensusCommand : Verb
{
    private readonly RatingsInput _input;
    private readonly Option<string?> _rule = OptionKinds.Text("--rule", "NAME", $"How ratings become a label: {string.Join(", ", ConsensusRules.All.Select(rule => rule.Name))}.");
    private readonly Option<string?> _gold = OptionKinds.Text("--gold", "COLUMN", "Holds the label of items where it is known; it anchors model rules.");
    private readonly Option<string?> _out = OptionKinds.Text("--out", "FILE", "Also write the labels to this CSV file.");
    private readonly Option<bool> _json = OptionKinds.Switch("--json", "Everything at full precision, as JSON.");
    private readonly List<KeyValuePair<string, Option<string?>>> _ruleOptions;

    public ConsensusCommand(Screen screen)
        : base("consensus", "One label an item from the ratings of any CSV file, by a named rule.", screen)
    {
        _input = new RatingsInput(this);
        foreach (var option in (Option[])[_rule, _gold, _out, _json]) Add(option);
        _ruleOptions = [.. ConsensusRules.All
            .SelectMany(rule => rule.Options.Select(option => (Rule: rule.Name, Option: option)))
            .GroupBy(pair => pair.Option.Name, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, OfRules(group.Key, [.. group])))];
        foreach (var (_, option) in _ruleOptions) Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx consensus long.csv --item item --rater rater --label label --rule dawid-skene",
        "./neatx consensus ratings.csv --item ImageID --ratings a b --sides --rule same-side",
        "./neatx consensus long.csv --item item --rater rater --label label --rule majority --json",
    ];

    protected override int Run(ParseResult parsed)
    {
        var rule = RuleOf(parsed);
        var file = _input.Read(parsed, Screen, reference: parsed.GetValue(_gold));
        var isBySide = _input.IsBySide(parsed);
        var scale = _input.Scale(parsed, file, isBySide);
        var outcome = RatingsConsensus.Resolve(file, scale, rule);
        if (!outcome.TryGet(out var labels, out var refusal))
            throw new NeatxException(refusal + (!isBySide && AnswerScale.CanBeCertainty(file.Texts) ? " If the ratings are certainty that a finding is present, add --sides." : ""));
        if (parsed.GetValue(_out) is { } path) AtomicFile.Write(path, stream => ConsensusCsv.Write(stream, labels));
        if (parsed.GetValue(_json)) Screen.WriteJson(writer => ConsensusJson.Write(writer, outcome.Provenance, labels));
        else ConsensusText.Write(Screen, outcome.Provenance, labels);
        return ExitCode.Done;
    }

    private static Option<string?> OfRules(string name, IReadOnlyList<(string Rule, RuleOption Option)> rules)
    {
        var allowed = rules.OrderByDescending(pair => pair.Option.Allowed.Length).First().Option.Allowed;
        return OptionKinds.Text($"--{name.Replace('_', '-')}", "VALUE", $"{allowed}; of {string.Join(", ", rules.Select(pair => pair.Rule))}.");
    }

    private ConsensusRule RuleOf(ParseResult parsed)
    {
        var names = ConsensusRules.All.Select(rule => rule.Name).ToList();
        if (parsed.GetValue(_rule) is not { } name) throw new NeatxException($"by which rule? Name it with --rule: {string.Join(", ", names)}.");
        if (!names.Contains(name)) throw new NeatxException(Wording.Sentence($"there is no rule '{name}'{Wording.Suggest(name, names)}"));
        var options = _ruleOptions.Where(pair => parsed.GetValue(pair.Value) is not null).Select(pair => KeyValuePair.Create(pair.Key, parsed.GetValue(pair.Value)!));
        return ConsensusRules.TryMake(name, options, out var rule, out var problems) ? rule : throw new NeatxException(string.Join('\n', problems));
    }
}
