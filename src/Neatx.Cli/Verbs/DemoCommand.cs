using System.CommandLine;
using System.Diagnostics;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Workspace.Demo;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;

namespace Neatx.Cli.Verbs;

/// <summary>neatx demo: the whole way on data made on the spot.</summary>
internal sealed class DemoCommand : Verb
{
    private readonly Interruption _interruption;
    private readonly Option<string?> _out = OptionKinds.Text("--out", "DIR", "The folder for data and results; out/demo when left out.");
    private readonly Option<ulong> _seed = OptionKinds.Seed("--seed", "The seed of everything that is simulated.");
    private readonly Option<int> _images = OptionKinds.Whole("--images", DemoOptions.FewestImages, new DemoOptions().Images, "Images of the simulated archive.");
    private readonly Option<bool> _json = OptionKinds.Switch("--json", "Prints results.json to standard output.");

    public DemoCommand(Screen screen, Interruption interruption)
        : base("demo", "Simulate label tables, raters and an expert, and run a protocol on them.", screen)
    {
        _interruption = interruption;
        Add(_out);
        Add(_seed);
        Add(_images);
        Add(_json);
    }

    public override IReadOnlyList<string> Examples => ["./neatx demo", "./neatx demo --out out/try --seed 7"];

    protected override int Run(ParseResult parsed)
    {
        var folder = parsed.GetValue(_out) ?? Path.Combine("out", "demo");
        var observer = new TerminalObserver(Screen, TimeProvider.System);
        var prepared = PreparedDemo.In(folder, new DemoOptions { Seed = parsed.GetValue(_seed), Images = parsed.GetValue(_images) }, observer);
        var protocol = ProtocolReader.Read(prepared.Protocol, new ProtocolOptions { DataRoot = prepared.DataRoot }).DocumentOrThrow();
        ProtocolRun.Show(protocol, new RunOptions { Out = folder }, parsed.GetValue(_json), Screen, observer, _interruption.Token);
        OpenOnDesktop(Path.GetFullPath(Path.Combine(folder, "report.html")));
        return ExitCode.Done;
    }

    /// <summary>Opens the report for a person at a desktop; a script, a server or a cluster has none.</summary>
    private void OpenOnDesktop(string report)
    {
        var hasDesktop = (Environment.GetEnvironmentVariable("DISPLAY") ?? Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")) is { Length: > 0 };
        if (!Screen.IsErrorTerminal || !hasDesktop || !File.Exists("/usr/bin/xdg-open")) return;
        using var opener = Process.Start(new ProcessStartInfo("/usr/bin/xdg-open") { ArgumentList = { report }, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
    }
}
