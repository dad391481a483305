using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Report;
using Neatx.Workspace.Storage;
using Neatx.Workspace.Training;

namespace Neatx.Cli.Verbs;

/// <summary>The options of a run, and the run itself with what it shows: the same for a protocol of the user's and for the demo's.</summary>
internal sealed class RunInput
{
    private static readonly IReadOnlyList<string> Stages = [.. Enum.GetValues<Stage>().Select(stage => stage.ToString().ToLowerInvariant())];

    private readonly Screen _screen;
    private readonly Interruption _interruption;
    private readonly Option<string[]> _set = OptionKinds.Texts("--set", "KEY=VALUE", "Puts a value over the protocol's, such as agreement.confidence=0.9.");
    private readonly Option<string?> _only = OptionKinds.Word("--only", Stages, null, $"Stops after a stage: {string.Join(", ", Stages)}. What it needs is made or reused.", "STAGE");
    private readonly Option<int?> _resamples = OptionKinds.WholeOrNone("--resamples", 0, "Patient-bootstrap resamples; 0 for none. Default: the protocol's.");
    private readonly Option<bool> _allPolicies = OptionKinds.Switch("--all-policies", "Every figure under every policy that makes a difference.");
    private readonly Option<string?> _device = DeviceOptions.Device();
    private readonly Option<int?> _atOnce = DeviceOptions.AtOnce();
    private readonly Option<bool> _json = OptionKinds.Switch("--json", "Print results.json.");

    public RunInput(Command verb, Screen screen, Interruption interruption)
    {
        (_screen, _interruption) = (screen, interruption);
        foreach (var option in (Option[])[_set, _only, _resamples, _allPolicies, _device, _atOnce, _json]) verb.Add(option);
    }

    /// <summary>Reads the protocol and runs it into a folder.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="protocol">The protocol file.</param>
    /// <param name="data">The folder with the data, or null for that of the protocol.</param>
    /// <param name="folder">The run folder; null for out/ and the protocol's name.</param>
    /// <param name="observer">Has heard of what came before, and hears of the run.</param>
    /// <param name="overrides">Values put over the protocol's before those of the command line.</param>
    /// <exception cref="NeatxException">The protocol has mistakes, or the run met something that the user can mend.</exception>
    public int Run(ParseResult parsed, string protocol, string? data, string? folder, TerminalObserver observer, params IEnumerable<string> overrides)
    {
        MissingPath.RefuseUnlessFile(protocol);
        var read = ProtocolReader.Read(protocol, new ProtocolOptions { DataRoot = data, Overrides = [.. overrides, .. Overrides(parsed)] });
        if (read.Document is not { } document)
        {
            foreach (var mistake in read.Mistakes) _screen.Error.WriteLine(mistake);
            throw new NeatxException($"{protocol} has {(read.Mistakes.Count == 1 ? "a mistake" : $"{read.Mistakes.Count} mistakes")}; nothing was run.");
        }

        folder ??= Path.Combine("out", document.Name);
        var only = parsed.GetValue(_only) is { } word ? (Stage?)Stages.ToList().IndexOf(word) : null;
        var place = new TrainingPlace { Device = parsed.GetValue(_device)!, AtOnce = parsed.GetValue(_atOnce) };
        var results = Completed(observer, () => RunPipeline.Run(document, new RunOptions { Out = folder, Only = only, Place = place }, observer, _interruption.Token));
        if (parsed.GetValue(_json)) _screen.WriteJson(writer => JsonSerializer.Serialize(writer, ResultsDocument.Of(results), RunJson.Default.ResultsDocument));
        else RunText.Write(_screen, results, folder, isReported: only is null or Stage.Report);
        return RunText.WriteFailures(_screen, results, folder) ? ExitCode.RunsFailed : ExitCode.Done;
    }

    /// <summary>What was heard in warning is shown also when the run fails: it often tells why.</summary>
    private static RunResults Completed(TerminalObserver observer, Func<RunResults> run)
    {
        try
        {
            return run();
        }
        finally
        {
            observer.Complete();
        }
    }

    private string[] Overrides(ParseResult parsed)
    {
        string[] resamples = parsed.GetValue(_resamples) is { } count ? [string.Create(CultureInfo.InvariantCulture, $"agreement.resamples={count}")] : [];
        string[] policies = parsed.GetValue(_allPolicies) ? ["agreement.all_policies=true"] : [];
        return [.. parsed.GetValue(_set)!, .. resamples, .. policies];
    }
}
