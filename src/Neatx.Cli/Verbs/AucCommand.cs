using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Core.Agreement;
using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;
using Neatx.Workspace.Evaluation;

namespace Neatx.Cli.Verbs;

/// <summary>neatx auc: AUC and its companions for the scores of any CSV file, without a protocol.</summary>
internal sealed class AucCommand : Verb
{
    private static readonly Dictionary<string, StateTreatment> Treatments = new(StringComparer.Ordinal)
    {
        ["drop"] = StateTreatment.Drop,
        ["positive"] = StateTreatment.AsPositive,
        ["negative"] = StateTreatment.AsNegative,
    };

    private readonly Argument<string> _file = new("FILE") { Description = "The CSV file with labels and scores, plain, .gz or .zip." };
    private readonly Option<string?> _label = OptionKinds.Text("--label", "COLUMN", "The reference standard: the column with the label of each row.");
    private readonly Option<string[]> _scores = OptionKinds.Texts("--score", "COLUMN", "The columns with scores, one a model; higher is more positive.");
    private readonly Option<string[]> _positive = OptionKinds.Texts("--positive", "VALUE", "The labels that are positive. Without it 1, yes, true, ...");
    private readonly Option<string[]> _negative = OptionKinds.Texts("--negative", "VALUE", "The labels that are negative. Without it all others.");
    private readonly Option<string[]> _blank = OptionKinds.Texts("--blank", "TEXT", "Texts that mean a missing label or score, such as NA.");
    private readonly Option<string?> _uncertain = OptionKinds.Word("--uncertain", [.. Treatments.Keys], "drop", "What becomes of uncertain labels (.5).");
    private readonly Option<string?> _cluster = OptionKinds.Text("--cluster", "COLUMN", "The patient of a row; resampling draws patients. Without it, rows.");
    private readonly Option<double> _sensitivity = OptionKinds.Share("--sensitivity", .95, "An operating point reaches this sensitivity.");
    private readonly Option<double> _specificity = OptionKinds.Share("--specificity", .95, "An operating point reaches this specificity.");
    private readonly Option<int> _bins = OptionKinds.Whole("--bins", 1, 10, "Bins of the calibration error.");
    private readonly Option<int> _resamples = OptionKinds.Whole("--resamples", 0, 2000, "Bootstrap resamples; 0 for none.");
    private readonly Option<ulong> _seed = OptionKinds.Seed("--seed", "Seed of the bootstrap.");
    private readonly Option<double> _confidence = OptionKinds.Share("--confidence", .95, "Confidence of the intervals.");
    private readonly Option<bool> _json = OptionKinds.Switch("--json", "Everything at full precision, as JSON.");

    public AucCommand(Screen screen)
        : base("auc", "How well scores tell positive from negative: AUC and its family, with intervals, from any CSV file.", screen)
    {
        Add(_file);
        Option[] columns = [_label, _scores, _positive, _negative, _blank, _uncertain, _cluster];
        Option[] figures = [_sensitivity, _specificity, _bins, _resamples, _seed, _confidence, _json];
        foreach (var option in columns.Concat(figures)) Add(option);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx auc scores.csv --label drain --score resnet densenet --cluster PatientID",
        "./neatx auc scores.csv --label outcome --positive Poor --score wfns --json",
    ];

    protected override int Run(ParseResult parsed)
    {
        var label = parsed.GetValue(_label) ?? throw new NeatxException("which column holds the labels? Name it with --label COLUMN.");
        var columns = new ScoreColumns(label, parsed.GetValue(_scores)!) { Cluster = parsed.GetValue(_cluster), Blanks = parsed.GetValue(_blank)! };
        var options = OptionsOf(parsed);
        var observer = new TerminalObserver(Screen, TimeProvider.System);
        var file = ScoresFileReader.Read(parsed.GetValue(_file)!, columns, observer);
        var reading = LabelReading.Of(file.Name, file.Texts, parsed.GetValue(_positive)!, parsed.GetValue(_negative)!);
        var comparison = file.Compare(reading, new AgreementPolicy { Uncertain = Treatments[parsed.GetValue(_uncertain)!] }, options);
        foreach (var score in comparison.Scores)
            if (score.Warning is { } warning)
                observer.Warn($"{score.Name}: {warning}");
        if (parsed.GetValue(_json)) Screen.WriteJson(writer => EvaluationJson.Write(writer, file, reading, comparison));
        else EvaluationText.Write(Screen, file, reading, comparison);
        Screen.Output.Flush();
        observer.Complete();
        return ExitCode.Done;
    }

    private EvaluationOptions OptionsOf(ParseResult parsed)
    {
        var (level, resamples) = (parsed.GetValue(_confidence), parsed.GetValue(_resamples));
        if (resamples == 1) throw new NeatxException("--resamples takes 2 or more, or 0 for no resampling.");
        return new EvaluationOptions
        {
            Level = level,
            Bins = parsed.GetValue(_bins),
            Sensitivity = parsed.GetValue(_sensitivity),
            Specificity = parsed.GetValue(_specificity),
            Bootstrap = resamples == 0 ? null : new BootstrapOptions { Resamples = resamples, Level = level, Seed = parsed.GetValue(_seed) },
        };
    }
}
