using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Workspace;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Cli.Verbs;

/// <summary>neatx run: does what a protocol says, and redoes only what changed.</summary>
internal sealed class RunCommand : Verb
{
    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    private readonly Interruption _interruption;
    private readonly Argument<string> _protocol = new("PROTOCOL") { Description = "The protocol file." };
    private readonly Option<string?> _data = OptionKinds.Text("--data", "DIR", "The folder that file names in the protocol start from.");
    private readonly Option<string?> _out = OptionKinds.Text("--out", "DIR", "The folder for results; out/ and the protocol's name when left out.");
    private readonly Option<string[]> _set = OptionKinds.Texts("--set", "KEY=VALUE", "Puts a value over the protocol's, such as agreement.resamples=500.");
    private readonly Option<string?> _only = OptionKinds.Word("--only", [.. Stages.Select(Word)], otherwise: null, "Stops after a stage; what it needs is made if it does not stand.");
    private readonly Option<bool> _allPolicies = OptionKinds.Switch("--all-policies", "Shows every comparison under all common policies side by side.");
    private readonly Option<bool> _json = OptionKinds.Switch("--json", "Prints results.json to standard output.");

    public RunCommand(Screen screen, Interruption interruption)
        : base("run", "Do what a protocol says, and redo only what changed.", screen)
    {
        _interruption = interruption;
        Add(_protocol);
        Add(_data);
        Add(_out);
        Add(_set);
        Add(_only);
        Add(_allPolicies);
        Add(_json);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx run protocols/neatx.yaml --data ../shared/data --out out/neatx",
        "./neatx run protocols/neatx.yaml --data ../shared/data --only agreement",
    ];

    protected override int Run(ParseResult parsed)
    {
        var path = parsed.GetValue(_protocol)!;
        MissingPath.RefuseUnlessFile(path);
        string[] overrides = [.. parsed.GetValue(_set)!, .. parsed.GetValue(_allPolicies) ? ["agreement.all_policies=true"] : Array.Empty<string>()];
        var result = ProtocolReader.Read(path, new ProtocolOptions { DataRoot = parsed.GetValue(_data), Overrides = overrides });
        if (result.Document is not { } protocol)
        {
            foreach (var mistake in result.Mistakes) Screen.Error.WriteLine(mistake);
            throw new NeatxException($"{path} has {(result.Mistakes.Count == 1 ? "a mistake" : $"{result.Mistakes.Count} mistakes")}; nothing was run.");
        }

        var folder = parsed.GetValue(_out) ?? Path.Combine("out", protocol.Name);
        var only = parsed.GetValue(_only) is { } word ? Stages.First(stage => Word(stage) == word) : (Stage?)null;
        ProtocolRun.Show(protocol, new RunOptions { Out = folder, Only = only }, parsed.GetValue(_json), Screen, new TerminalObserver(Screen, TimeProvider.System), _interruption.Token);
        return ExitCode.Done;
    }

    private static string Word(Stage stage) => stage.ToString().ToLowerInvariant();
}
