using System.CommandLine;
using Neatx.Cli.Output;

namespace Neatx.Cli.Verbs;

/// <summary>One verb of the command line: its options, its examples, and what it does.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description, Screen screen)
        : base(name, description)
    {
        Screen = screen;
        SetAction(Run);
    }

    /// <summary>Whole command lines that work, for the help.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    protected Screen Screen { get; }

    /// <summary>Does the work and gives the exit code.</summary>
    protected abstract int Run(ParseResult parsed);
}
