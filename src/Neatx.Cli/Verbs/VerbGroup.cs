using System.CommandLine;

namespace Neatx.Cli.Verbs;

/// <summary>A verb that is a family of verbs: "weights pull", "weights show", ...</summary>
internal abstract class VerbGroup : Command
{
    protected VerbGroup(string name, string description, params IReadOnlyList<Verb> verbs)
        : base(name, description)
    {
        foreach (var verb in verbs) Add(verb);
    }

    /// <summary>The first example of each.</summary>
    public IReadOnlyList<string> Examples => [.. Subcommands.OfType<Verb>().Select(verb => verb.Examples[0])];
}
