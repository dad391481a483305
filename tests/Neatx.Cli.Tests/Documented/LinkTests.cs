using System.Text.RegularExpressions;

namespace Neatx.Cli.Tests.Documented;

/// <summary>Links from one page to another lead somewhere.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Links_WithinTheProject_LeadSomewhere() => Assert.Empty(
        from page in Repository.Files
        where page.EndsWith(".md", StringComparison.Ordinal)
        from link in Link().Matches(File.ReadAllText(Repository.PathOf(page)))
        let target = link.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
        let path = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target))
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{page}: {target}");

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
