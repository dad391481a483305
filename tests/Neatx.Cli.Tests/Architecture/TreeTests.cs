using System.Text.RegularExpressions;

namespace Neatx.Cli.Tests.Architecture;

/// <summary>What no file of the tree may hold.</summary>
public sealed partial class TreeTests
{
    private const int LongestFile = 300;

    /// <summary>Programs that tests start, each named as a project.</summary>
    private const string Hosts = "tests/hosts/";

    private static readonly string[] Texts = [".cs", ".csproj", ".props", ".targets", ".md", ".yaml", ".json", ".ts", ".css", ".html", ".py", ".sh", ""];

    private static IEnumerable<string> Sources => Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    [Fact]
    public void Sources_Lines_AreAtMost300() =>
        Assert.DoesNotContain(Sources, file => File.ReadLines(Repository.PathOf(file)).Count() > LongestFile);

    [Fact]
    public void Sources_Namespace_IsTheirFolder() => Assert.DoesNotContain(Sources, file =>
    {
        var declared = Namespace().Match(File.ReadAllText(Repository.PathOf(file))).Groups["name"].Value;
        var above = file.StartsWith(Hosts, StringComparison.Ordinal) ? Hosts.Length : file.IndexOf('/', StringComparison.Ordinal) + 1;
        return declared.Length > 0 && declared != Path.GetDirectoryName(file)![above..].Replace('/', '.');
    });

    [Fact]
    public void Texts_NoFile_NamesAFolderOfSomeMachine() => Assert.Empty(Matching(MachinePath()));

    [Fact]
    public void Texts_NoFile_PutsWorkOff() => Assert.Empty(Matching(Postponed()));

    [Fact]
    public void Sources_Warnings_AreFixedNotSilenced() => Assert.Empty(Matching(Silenced()));

    private static IEnumerable<string> Matching(Regex pattern) => Repository.Files
        .Where(file => Texts.Contains(Path.GetExtension(file)) && !file.StartsWith("tests/Neatx.Cli.Tests/Architecture/", StringComparison.Ordinal))
        .SelectMany(file => File.ReadLines(Repository.PathOf(file)).Select((line, index) => (line, place: $"{file}:{index + 1}")))
        .Where(line => pattern.IsMatch(line.line))
        .Select(line => line.place);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(?<![\w.$}])/(home|Users|root|work|tmp/wt)/\w|[A-Z]:\\Users", RegexOptions.ExplicitCapture)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException", RegexOptions.ExplicitCapture)]
    private static partial Regex Postponed();

    [GeneratedRegex(@"^\s*#pragma warning|SuppressMessage\(")]
    private static partial Regex Silenced();
}
