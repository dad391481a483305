using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Neatx.Cli.Output;
using Neatx.Cli.Verbs;

namespace Neatx.Cli.Parsing;

/// <summary>The help of a verb, with its examples; the help of all verbs, with the exit codes.</summary>
internal sealed class VerbHelp : SynchronousCommandLineAction
{
    private readonly HelpAction _inner = new() { MaxWidth = Screen.Width };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        _inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        IReadOnlyList<string> examples = parseResult.CommandResult.Command switch
        {
            Verb verb => verb.Examples,
            VerbGroup group => group.Examples,
            _ => [],
        };
        if (examples.Count > 0)
        {
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine($"  {example}");
        }
        else
        {
            output.WriteLine("""
                ./neatx VERB --help tells more of a verb, with examples.
                Exit codes: 0 done, 1 a check failed, 2 wrong usage or input, 3 training runs
                failed, 70 a defect of Neatx, 130 stopped by Ctrl-C, 143 by SIGTERM.
                The guide is in docs/guide.
                """);
        }

        return ExitCode.Done;
    }
}
