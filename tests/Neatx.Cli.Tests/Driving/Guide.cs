namespace Neatx.Cli.Tests.Driving;

/// <summary>The command lines that the README and the guide show.</summary>
internal static class Guide
{
    /// <summary>
    /// Lines that begin with ./neatx in blocks marked sh, with the file they stand in. A line that ends in a backslash goes on in the next.
    /// </summary>
    public static IEnumerable<(string File, string Command)> Commands() => Repository.Files
        .Where(file => file == "README.md" || (file.StartsWith("docs/guide/", StringComparison.Ordinal) && file.EndsWith(".md", StringComparison.Ordinal)))
        .SelectMany(file => CommandsOf(File.ReadAllText(Repository.PathOf(file)).Replace("\\\n", "", StringComparison.Ordinal)).Select(command => (file, command)));

    private static IEnumerable<string> CommandsOf(string text)
    {
        var isShell = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isShell = line == "```sh";
            else if (isShell && line.StartsWith("./neatx", StringComparison.Ordinal)) yield return line;
        }
    }
}
