namespace Neatx.Workspace.Tests.Protocol;

/// <summary>The protocol that the guide shows is read as it stands there.</summary>
public sealed class GuideTests
{
    [Fact]
    public void Guide_ItsProtocol_IsWithoutMistakes()
    {
        const string Fence = "```yaml\n";
        var page = File.ReadAllText(Repository.PathOf("docs/guide/protocol.md"));
        var start = page.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        var example = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        using var scratch = new Scratch();
        var result = scratch.Touch("images.csv.gz").Touch("readers.csv").Touch("ratings.csv").Read(example);
        Assert.Empty(scratch.Shown(result));
        Assert.Equal(["table2.report-readers.mass", "table2.report-readers.nodule", "section3.rated"], result.DocumentOrThrow().Claims.Select(claim => claim.Id));
    }
}
