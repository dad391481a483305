using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Tests.Storage;

public sealed class ProblemLogTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("neatx-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Add_MoreThanFiveOfACode_KeepsFiveAndWritesAll()
    {
        var path = Path.Combine(folder, "catalog", "x.problems.csv");
        using (var log = new ProblemLog(path))
        {
            for (var row = 2; row < 10; row++) log.Add(new Problem("bad-age", "t.csv", row, "age", "old", "years", "Correct it."));
            log.Add(new Problem("unknown-value", "t.csv", 3, null, "x", "y", "z"));
            Assert.Equal(6, log.First.Count);
            Assert.Equal("8 bad-age, 1 unknown-value", log.Summary());
            Assert.False(File.Exists(path));
            log.Commit();
        }

        Assert.Equal(10, File.ReadAllLines(path).Length);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesNothing()
    {
        var path = Path.Combine(folder, "x.problems.csv");
        using (var log = new ProblemLog(path)) log.Add(new Problem("c", "f", 1, null, "", "", ""));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void New_ForATableWithoutProblems_RemovesWhatAFormerRunLeft()
    {
        var path = Path.Combine(folder, "x.problems.csv");
        File.WriteAllText(path, "old");
        using (var log = new ProblemLog(path)) log.Commit();
        Assert.False(File.Exists(path));
    }
}
