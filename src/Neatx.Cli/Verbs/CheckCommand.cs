using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Cli.Verbs;

/// <summary>neatx check: reads a protocol and reports every mistake at once, each with its place.</summary>
internal sealed class CheckCommand : Verb
{
    private readonly Argument<string> _protocol = new("PROTOCOL") { Description = "The protocol file." };
    private readonly Option<string?> _data = OptionKinds.Text("--data", "DIR", "The folder that file names in the protocol start from.");
    private readonly Option<string[]> _set = OptionKinds.Texts("--set", "KEY=VALUE", "Puts a value over the protocol's, such as agreement.resamples=500.");

    public CheckCommand(Screen screen)
        : base("check", "Read a protocol and report every mistake at once, each with its place.", screen)
    {
        Add(_protocol);
        Add(_data);
        Add(_set);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx check protocols/neatx.yaml --data ../shared/data",
        "./neatx check protocols/neatx.yaml --data ../shared/data --set agreement.resamples=500",
    ];

    protected override int Run(ParseResult parsed)
    {
        var path = parsed.GetValue(_protocol)!;
        MissingPath.RefuseUnlessFile(path);
        var result = ProtocolReader.Read(path, new ProtocolOptions { DataRoot = parsed.GetValue(_data), Overrides = parsed.GetValue(_set)! });
        if (result.Document is { } document)
        {
            Show(document);
            return ExitCode.Done;
        }

        foreach (var mistake in result.Mistakes) Screen.Output.WriteLine(mistake);
        Screen.Error.WriteLine($"neatx: {path} has {(result.Mistakes.Count == 1 ? "a mistake" : $"{result.Mistakes.Count} mistakes")}.");
        return ExitCode.CheckFailed;
    }

    private void Show(ProtocolDocument document)
    {
        Screen.Output.WriteLine($"{document.Name}: {document.Title}");
        Section("findings", document.Findings.Select(finding => finding.Name));
        Section("datasets", document.Datasets.Select(dataset => dataset.Name));
        Section("label sets", document.LabelSets.Select(labelSet => labelSet.Name));
        Section("ratings", document.Ratings.Select(ratings => ratings.Name));
        Section("consensus", document.Consensus.Select(consensus => consensus.Name));
        Section("cohorts", document.Cohorts.Select(cohort => cohort.Name));
        Section("comparisons", document.Agreement.Comparisons.Select(comparison => comparison.Name));
        Section("splits", document.Splits.Select(split => split.Name));
        Section("training", document.Training.Select(sweep => $"{sweep.Name} ({Runs(document, sweep)})"));
        Section("evaluation", document.Evaluation.Tables.Select(table => table.Name));
        Section("claims", document.Claims.Select(claim => claim.Id));
    }

    /// <summary>"1 run" or "12 runs": one for each model, seed and fold.</summary>
    private static string Runs(ProtocolDocument document, SweepDefinition sweep)
    {
        var runs = (long)sweep.Models.Count * sweep.Seeds.Count * Math.Max(1, document.Splits.First(split => split.Name == sweep.Split).Folds);
        return $"{Words.Count(runs)} {(runs == 1 ? "run" : "runs")}";
    }

    private void Section(string title, IEnumerable<string> names)
    {
        var all = names.ToList();
        var line = $"{title,-12}{all.Count,4}  {string.Join(", ", all)}".TrimEnd();
        Screen.Output.WriteLine(line.Length <= Screen.Width ? line : $"{line[..(Screen.Width - 1)]}…");
    }
}
