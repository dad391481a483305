namespace Neatx.Cli.Tests.Verbs;

/// <summary>neatx check from end to end.</summary>
public sealed class CheckCommandTests : VerbTests
{
    [Fact]
    public void Check_Mistakes_AreAllListedWithTheirPlaces()
    {
        Scratch.Write("p.yaml", "name: p\ntitel: A study\nseed: many\n");
        var ended = Neatx("check", "p.yaml");
        Assert.Equal(1, ended.Code);
        var lines = ended.Output.TrimEnd().Split('\n');
        Assert.True(lines.Length >= 2, ended.Output);
        Assert.All(lines, line => Assert.Matches(@"^p\.yaml:\d+:\d+: ", line));
        Assert.Equal($"neatx: p.yaml has {lines.Length} mistakes.\n", ended.Error);
    }

    [Fact]
    public void Check_WithoutMistake_SaysWhatIsDeclared()
    {
        Scratch.Write("p.yaml", "name: p\ntitle: A study\n");
        var ended = Neatx("check", "p.yaml", "--set", "seed=7");
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.StartsWith("p: A study\nfindings       0", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_MistypedPath_NamesTheNearest()
    {
        Scratch.Write("neatx.yaml", "name: p\ntitle: A study\n");
        Assert.EndsWith("did you mean 'neatx.yaml'?", Refused("check", "netax.yaml"), StringComparison.Ordinal);
    }
}
