using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Core.Agreement;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Labels;

namespace Neatx.Cli.Verbs;

/// <summary>neatx agreement: statistics of agreement from any CSV file, without a protocol.</summary>
internal sealed class AgreementCommand : Verb
{
    private static readonly Dictionary<string, StateTreatment> Treatments = new(StringComparer.Ordinal)
    {
        ["drop"] = StateTreatment.Drop,
        ["class"] = StateTreatment.AsClass,
        ["positive"] = StateTreatment.AsPositive,
        ["negative"] = StateTreatment.AsNegative,
    };

    private static readonly Dictionary<string, KappaWeights> Weights = new(StringComparer.Ordinal)
    {
        ["none"] = KappaWeights.None,
        ["linear"] = KappaWeights.Linear,
        ["quadratic"] = KappaWeights.Quadratic,
    };

    private readonly RatingsInput _input;
    private readonly Option<string?> _weights = OptionKinds.Word("--weights", [.. Weights.Keys], "none", "The kappa that is put first.");
    private readonly Option<string?> _scores = OptionKinds.Word("--scores", ["values", "ranks"], "values", "Distances between numeric categories: by value or by rank.");
    private readonly Option<string?> _cluster = OptionKinds.Text("--cluster", "COLUMN", "The patient of an item; resampling draws patients. Without it, items.");
    private readonly Option<string?> _uncertain = OptionKinds.Word("--uncertain", [.. Treatments.Keys], null, "What becomes of .5 (default drop); implies --sides.");
    private readonly Option<string?> _invalid = OptionKinds.Word("--invalid", [.. Treatments.Keys], "drop", "What becomes of INVALID.");
    private readonly Option<string?> _missing = OptionKinds.Word("--missing", ["drop", "class"], "drop", "What becomes of blank cells.");
    private readonly Option<bool> _allPolicies = OptionKinds.Switch("--all-policies", "The headline under every treatment that makes a difference.");
    private readonly Option<int> _resamples = OptionKinds.Whole("--resamples", 0, 2000, "Bootstrap resamples; 0 for none.");
    private readonly Option<ulong> _seed = OptionKinds.Seed("--seed", "Seed of the bootstrap.");
    private readonly Option<double> _confidence = OptionKinds.Share("--confidence", .95, "Confidence of the intervals.");
    private readonly Option<bool> _json = OptionKinds.Switch("--json", "Everything at full precision, as JSON.");

    public AgreementCommand(Screen screen)
        : base("agreement", "How far raters agree: Cohen's kappa and its family, with intervals, from any CSV file.", screen)
    {
        _input = new RatingsInput(this);
        foreach (var option in (Option[])[_weights, _scores, _cluster, _uncertain, _invalid, _missing, _allPolicies, _resamples, _seed, _confidence, _json]) Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx agreement ratings.csv --item ImageID --ratings rater_a rater_b",
        "./neatx agreement ratings.csv --ratings a b --uncertain class --cluster PatientID",
        "./neatx agreement long.csv --item item --rater rater --label label --json",
    ];

    protected override int Run(ParseResult parsed)
    {
        var file = _input.Read(parsed, Screen, parsed.GetValue(_cluster));
        var isAllPolicies = parsed.GetValue(_allPolicies);
        var isBySide = _input.IsBySide(parsed) || parsed.GetValue(_uncertain) is not null || (isAllPolicies && AnswerScale.CanBeCertainty(file.Texts));
        var scale = _input.Scale(parsed, file, isBySide);
        var options = OptionsOf(parsed);
        IReadOnlyList<AgreementPolicy> policies = isAllPolicies ? RatingsComparison.Policies(file, scale) : [];
        var agreement = RatingsComparison.Of(file, scale, options);
        RatingsAgreement[] others = [.. policies.Select(policy => RatingsComparison.Of(file, scale, options with { Policy = policy }))];
        if (parsed.GetValue(_json)) Screen.WriteJson(writer => AgreementJson.Write(writer, agreement, isAllPolicies ? others : null));
        else AgreementText.Write(Screen, file, scale, agreement, others);
        return ExitCode.Done;
    }

    private RatingsAgreementOptions OptionsOf(ParseResult parsed)
    {
        var level = parsed.GetValue(_confidence);
        var resamples = parsed.GetValue(_resamples);
        if (resamples == 1) throw new NeatxException("--resamples takes 2 or more, or 0 for no resampling.");
        return new RatingsAgreementOptions
        {
            Weights = Weights[parsed.GetValue(_weights)!],
            Policy = new AgreementPolicy
            {
                Uncertain = Treatments[parsed.GetValue(_uncertain) ?? "drop"],
                Invalid = Treatments[parsed.GetValue(_invalid)!],
                Missing = Treatments[parsed.GetValue(_missing)!],
            },
            Statistics = new AgreementOptions
            {
                Level = level,
                Scores = parsed.GetValue(_scores) == "ranks" ? ScoreChoice.Ranks : ScoreChoice.ValuesOrRanks,
                Bootstrap = resamples == 0 ? null : new BootstrapOptions { Resamples = resamples, Level = level, Seed = parsed.GetValue(_seed) },
            },
        };
    }
}
