using System.CommandLine;
using System.Diagnostics;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;
using Neatx.Workspace.Demo;

namespace Neatx.Cli.Verbs;

/// <summary>neatx demo: a whole run on label tables and films that are simulated on the spot.</summary>
internal sealed class DemoCommand : Verb
{
    private readonly Option<string?> _out = OptionKinds.Text("--out", "DIR", "The run folder. Default: out/demo.");
    private readonly Option<ulong> _seed = OptionKinds.Seed("--seed", "Seed of everything that is simulated.");
    private readonly Option<int> _images = OptionKinds.Whole("--images", DemoOptions.FewestImages, new DemoOptions().Images, "Images of the larger archive.");
    private readonly Option<int> _filmSize = OptionKinds.Whole("--film-size", DemoOptions.SmallestFilm, new DemoOptions().FilmSize, "Width and height of the films.");
    private readonly Option<bool> _labelsOnly = OptionKinds.Switch("--labels-only", "Label tables alone: no films and no training. Takes seconds.");
    private readonly Interruption _interruption;
    private readonly RunInput _input;

    public DemoCommand(Screen screen, Interruption interruption)
        : base("demo", "A whole run on data simulated on the spot, from raters to trained networks; no download.", screen)
    {
        _interruption = interruption;
        foreach (var option in (Option[])[_out, _seed, _images, _filmSize, _labelsOnly]) Add(option);
        _input = new RunInput(this, screen, interruption);
    }

    public override IReadOnlyList<string> Examples => ["./neatx demo", "./neatx demo --labels-only", "./neatx demo --out out/other --seed 2"];

    protected override int Run(ParseResult parsed)
    {
        var observer = new TerminalObserver(Screen, TimeProvider.System);
        var folder = parsed.GetValue(_out) ?? Path.Combine("out", "demo");
        var demo = PreparedDemo.In(folder, Chosen(parsed), observer, _interruption.Token);

        // Films that an earlier demo left are not looked at either.
        IEnumerable<string> overrides = parsed.GetValue(_labelsOnly) ? ["datasets.padchest_like.images.folders=no-films"] : [];
        var code = _input.Run(parsed, demo.Protocol, demo.DataRoot, folder, observer, overrides);
        OpenOnDesktop(Path.GetFullPath(Path.Combine(folder, "report.html")));
        return code;
    }

    private DemoOptions Chosen(ParseResult parsed) => new()
    {
        Seed = parsed.GetValue(_seed),
        Images = parsed.GetValue(_images),
        FilmSize = parsed.GetValue(_filmSize),
        Films = !parsed.GetValue(_labelsOnly),
    };

    /// <summary>Opens the report for a person at a desktop; a script, a server or a cluster has none.</summary>
    private void OpenOnDesktop(string report)
    {
        const string Opener = "/usr/bin/xdg-open";
        var hasDesktop = (Environment.GetEnvironmentVariable("DISPLAY") ?? Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")) is { Length: > 0 };
        if (!Screen.IsErrorTerminal || !hasDesktop || !File.Exists(report) || !File.Exists(Opener)) return;
        using var opener = Process.Start(new ProcessStartInfo(Opener) { ArgumentList = { report }, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
    }
}
