using Neatx.Workspace.Demo;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Tests.Launch;

namespace Neatx.Workspace.Tests.Demo;

public sealed class PreparedDemoTests(DemoFolder folder) : IClassFixture<DemoFolder>
{
    private const string Stamp = "synthetic.sha256";

    /// <summary>The default without films.</summary>
    private static readonly DemoOptions Labels = new() { Films = false };

    [Fact]
    public void In_SameOptions_WritesTheSameBytes()
    {
        var again = folder.Make("again", Labels);
        foreach (var file in Directory.EnumerateFiles(folder.Default.DataRoot))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(again.DataRoot, Path.GetFileName(file))));
    }

    [Fact]
    public void In_OtherSeed_WritesOtherTablesOfTheSameSize()
    {
        var other = folder.Make("other", Labels with { Seed = 2 });
        Assert.Equal(12_000 + 3, DemoTableReader.Rows(Path.Combine(other.DataRoot, "synthetic_nih_data_entry_v2020.csv")).Count());
        Assert.NotEqual(
            File.ReadAllText(Path.Combine(folder.Default.DataRoot, "synthetic_tube_ratings.csv")),
            File.ReadAllText(Path.Combine(other.DataRoot, "synthetic_tube_ratings.csv")),
            StringComparer.Ordinal);
    }

    [Fact]
    public void In_FolderThatHoldsTheDemo_KeepsItsTables()
    {
        var (path, observer) = (folder.PathOf("kept"), new RecordingObserver());
        PreparedDemo.In(path, Labels, observer, TestContext.Current.CancellationToken);
        PreparedDemo.In(path, Labels, observer, TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (observer.Made.Count, observer.Reused.Count));
        Assert.Empty(observer.Warnings);
    }

    [Theory]
    [InlineData("synthetic_tube_ratings.csv")]
    [InlineData(Stamp)]
    public void In_FileChanged_WritesTheTablesAgain(string file)
    {
        var (path, observer) = (folder.PathOf($"changed-{file}"), new RecordingObserver());
        var prepared = PreparedDemo.In(path, Labels, observer, TestContext.Current.CancellationToken);
        var changed = Path.Combine(prepared.DataRoot, file);
        File.AppendAllText(changed, "x");
        PreparedDemo.In(path, Labels, observer, TestContext.Current.CancellationToken);
        Assert.Equal((2, 0), (observer.Made.Count, observer.Reused.Count));
        Assert.Equal(File.ReadAllText(Path.Combine(folder.Default.DataRoot, file)), File.ReadAllText(changed));
    }

    [Fact]
    public void In_FileGone_WritesItAgain()
    {
        var (path, observer) = (folder.PathOf("gone"), new RecordingObserver());
        var prepared = PreparedDemo.In(path, Labels, observer, TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(prepared.DataRoot, "synthetic_padchest.csv.gz"));
        PreparedDemo.In(path, Labels, observer, TestContext.Current.CancellationToken);
        Assert.Equal((2, 0), (observer.Made.Count, observer.Reused.Count));
        Assert.True(File.Exists(Path.Combine(prepared.DataRoot, "synthetic_padchest.csv.gz")));
    }

    [Fact]
    public void In_OtherOptions_WarnsThatClaimsAreStatedForTheDefault()
    {
        var observer = new RecordingObserver();
        var prepared = PreparedDemo.In(folder.PathOf("small"), Labels with { Images = DemoOptions.FewestImages }, observer, TestContext.Current.CancellationToken);
        Assert.Contains("default seed and number of images", Assert.Single(observer.Warnings), StringComparison.Ordinal);
        Assert.Equal(DemoOptions.FewestImages + 3, DemoTableReader.Rows(Path.Combine(prepared.DataRoot, "synthetic_nih_data_entry_v2020.csv")).Count());
    }

    [Fact]
    public void Options_TooFewImages_SayTheRange()
    {
        var mistake = Assert.Throws<NeatxException>(() => new DemoOptions { Images = 100 });
        Assert.Equal("--images: expected a whole number from 10,000 to 1,000,000, got 100. Leave it out for 12,000.", mistake.Message);
    }

    [Fact]
    public void Protocol_OfTheDemo_IsTheOneInProtocols() =>
        Assert.Equal(File.ReadAllText(Repository.PathOf("protocols/demo.yaml")), File.ReadAllText(folder.Default.Protocol));

    [Fact]
    public void Protocol_OfTheDemo_IsSyntheticAndWithoutMistake()
    {
        var result = ProtocolReader.Read(folder.Default.Protocol, new() { DataRoot = folder.Default.DataRoot });
        Assert.Empty(result.Mistakes);
        Assert.True(result.DocumentOrThrow().Synthetic);
    }
}
