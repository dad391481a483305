using Neatx.Workspace.Catalog;
using Neatx.Workspace.Launch;

namespace Neatx.Workspace.Tests.Launch;

public sealed class RunFolderTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"neatx-run-{Guid.NewGuid():N}");
    private int _made;

    public void Dispose()
    {
        if (Directory.Exists(_path)) Directory.Delete(_path, recursive: true);
    }

    [Fact]
    public void Step_SameKeyAndOutputs_IsNotMadeAgain()
    {
        Assert.False(Step("one").Reused);
        Assert.True(Step("one").Reused);
        Assert.Equal(1, _made);
    }

    [Fact]
    public void Step_OtherKey_IsMadeAgain()
    {
        Step("one");
        Assert.False(Step("two").Reused);
        Assert.Equal(2, _made);
    }

    [Fact]
    public void Step_OutputChangedByAnother_IsMadeAgain()
    {
        Step("one");
        File.AppendAllText(Path.Combine(_path, "catalog", "t.txt"), "!");
        Assert.False(Step("one").Reused);
        Assert.Equal("made", File.ReadAllText(Path.Combine(_path, "catalog", "t.txt")));
    }

    [Fact]
    public void Step_OutputDeleted_IsMadeAgain()
    {
        Step("one");
        File.Delete(Path.Combine(_path, "catalog", "t.json"));
        Assert.False(Step("one").Reused);
    }

    [Fact]
    public void Step_Fails_LeavesWhatStoodAndNoTemporaryFile()
    {
        Step("one");
        var before = File.ReadAllText(Path.Combine(_path, "run.json"));
        using (var folder = RunFolder.Open(_path))
        {
            Assert.Throws<NeatxException>(() => folder.Step<TableSummary>(
                "t", new StepKey("t").Add("k", "two"), "catalog/t.json", RunJson.Default.TableSummary, () => throw new NeatxException("no"), _ => []));
        }

        Assert.Equal(before, File.ReadAllText(Path.Combine(_path, "run.json")));
        Assert.DoesNotContain(Directory.EnumerateFiles(_path, "*", SearchOption.AllDirectories), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_TwiceAtOnce_IsRefusedWithWhatToDo()
    {
        using var first = RunFolder.Open(_path);
        var error = Assert.Throws<NeatxException>(() => RunFolder.Open(_path));
        Assert.Contains("If another neatx is running there, wait for it or give another --out.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_BrokenManifest_IsRefusedWithWhatToDo()
    {
        Directory.CreateDirectory(_path);
        File.WriteAllText(Path.Combine(_path, "run.json"), "{");
        var error = Assert.Throws<NeatxException>(() => RunFolder.Open(_path));
        Assert.Contains("is not the manifest of a run", error.Message, StringComparison.Ordinal);
        Assert.Contains("Delete it to have everything made again", error.Message, StringComparison.Ordinal);
    }

    private StepResult<TableSummary> Step(string key)
    {
        using var folder = RunFolder.Open(_path);
        return folder.Step(
            "t",
            new StepKey("t").Add("k", key),
            "catalog/t.json",
            RunJson.Default.TableSummary,
            () =>
            {
                _made++;
                AtomicFile.WriteText(folder.Resolve("catalog/t.txt"), "made");
                return new TableSummary { Name = "t", Title = "T", Kind = "dataset" };
            },
            _ => ["catalog/t.txt"]);
    }
}
