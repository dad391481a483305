using System.CommandLine;
using Neatx.Cli.Output;
using Neatx.Cli.Parsing;

namespace Neatx.Cli.Verbs;

/// <summary>neatx run: a protocol from label tables to report.</summary>
internal sealed class RunCommand : Verb
{
    private readonly Argument<string> _protocol = new("PROTOCOL") { Description = "The protocol file." };
    private readonly Option<string?> _data = OptionKinds.Text("--data", "DIR", "The folder that file names in the protocol start from. Default: that of the protocol.");
    private readonly Option<string?> _out = OptionKinds.Text("--out", "DIR", "The run folder. Default: out/ and the name of the protocol.");
    private readonly RunInput _input;

    public RunCommand(Screen screen, Interruption interruption)
        : base("run", "Run a protocol, from label tables to report; what did not change is not made again.", screen)
    {
        foreach (var option in (Option[])[_data, _out]) Add(option);
        Add(_protocol);
        _input = new RunInput(this, screen, interruption);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "./neatx run protocols/neatx.yaml --data ../shared/data --out out/neatx",
        "./neatx run protocols/neatx.yaml --data ../shared/data --only catalog",
        "./neatx run protocols/neatx.yaml --data ../shared/data --resamples 0 --json",
        "./neatx run study.yaml --device cuda",
    ];

    protected override int Run(ParseResult parsed) =>
        _input.Run(parsed, parsed.GetValue(_protocol)!, parsed.GetValue(_data), parsed.GetValue(_out), new TerminalObserver(Screen, TimeProvider.System));
}
