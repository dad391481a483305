using System.CommandLine;
using System.CommandLine.Parsing;

namespace Neatx.Cli.Parsing;

/// <summary>What is wrong with a command line, in words, with the nearest name that exists.</summary>
internal static class UsageMistakes
{
    /// <summary>The message for a command line without a word.</summary>
    public static string NoVerb(RootCommand root) => $"what is to be done? {Verbs(root)}\nSee ./neatx --help.";

    /// <summary>Every mistake, one a line, and where to read on; null when there is none.</summary>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var isRoot = command is RootCommand;
        var lines = !isRoot ? Within(command, parsed) : parsed.Errors.Count > 0 ? [AtRoot((RootCommand)command, parsed)] : [];
        if (lines.Count == 0) return null;
        return $"{string.Join('\n', lines)}\nSee ./neatx {(isRoot ? "" : $"{NameOf(command)} ")}--help.";
    }

    private static string AtRoot(RootCommand root, ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is not [var word, ..]) return Verbs(root);
        var known = word.StartsWith('-') ? root.Options.Select(option => option.Name) : root.Subcommands.Select(verb => verb.Name);
        return Wording.Sentence($"there is no {(word.StartsWith('-') ? "option" : "verb")} '{word}'{Wording.Suggest(word, [.. known])}");
    }

    /// <summary>"weights pull": the name with that of the verb it belongs to.</summary>
    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{parent.Name} {command.Name}" : command.Name;

    private static IReadOnlyList<string> Within(Command verb, ParseResult parsed)
    {
        if (verb.Subcommands.Count > 0) return parsed.Errors.Count > 0 ? [WithinGroup(verb, parsed)] : [];
        // An option that the verb does not have is taken for an argument.
        var unknown = parsed.Tokens.Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)).Select(token => token.Value).ToList();
        if (unknown.Count > 0)
        {
            string[] known = [.. verb.Options.Select(option => option.Name)];
            return [.. unknown.Select(option => Wording.Sentence($"{NameOf(verb)} has no option '{option}'{Wording.Suggest(option, known)}"))];
        }

        return [.. parsed.Errors.Select(error => Words(verb, error)).Distinct(StringComparer.Ordinal)];
    }

    private static string WithinGroup(Command verb, ParseResult parsed)
    {
        string[] known = [.. verb.Subcommands.Select(part => part.Name)];
        return parsed.UnmatchedTokens is [var word, ..]
            ? Wording.Sentence($"{verb.Name} has no '{word}'{Wording.Suggest(word, known)}")
            : $"{verb.Name} needs to know what to do: {Wording.Either(known)}.";
    }

    private static string Words(Command verb, ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0 } missing => $"{NameOf(verb)} needs {missing.Argument.Name}: {Lower(missing.Argument.Description)}",
        OptionResult { Tokens.Count: 0 } missing => $"{missing.Option.Name} needs a value, {missing.Option.HelpName}: {Lower(missing.Option.Description)}",
        CommandResult when error.Message.Contains('\'', StringComparison.Ordinal) =>
            $"{NameOf(verb)} takes no further argument {error.Message[error.Message.IndexOf('\'', StringComparison.Ordinal)..]}",
        _ => error.Message,
    };

    private static string Lower(string? sentence) => sentence is { Length: > 1 } && char.IsLower(sentence[1])
        ? char.ToLowerInvariant(sentence[0]) + sentence[1..]
        : sentence ?? "";

    private static string Verbs(RootCommand root) => $"The verbs are {string.Join(", ", root.Subcommands.Select(verb => verb.Name))}.";
}
