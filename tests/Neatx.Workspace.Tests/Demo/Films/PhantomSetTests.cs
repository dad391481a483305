using Neatx.Workspace.Demo.Films;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Tests.Launch;

namespace Neatx.Workspace.Tests.Demo.Films;

public sealed class PhantomSetTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("neatx-phantom-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData(-.25)]
    [InlineData(0)]
    [InlineData(.4)]
    [InlineData(.8)]
    public void Write_Dial_GivesThatPhiAndLeavesThePrevalences(double phi)
    {
        const int Images = 40_000;
        var folder = Made($"phi{phi}", new PhantomSetOptions { Images = Images, DrainPneumothorax = phi, WithFilms = false });
        var rows = DemoTableReader.Rows(Path.Combine(folder, "synthetic_truth.csv")).Select(row => (Drain: row[8] == "1", Pneumothorax: row[12] == "1")).ToList();
        var (drains, air) = (rows.Count(row => row.Drain) / (double)Images, rows.Count(row => row.Pneumothorax) / (double)Images);
        var both = rows.Count(row => row is (true, true)) / (double)Images;
        var measured = (both - (drains * air)) / Math.Sqrt(drains * (1 - drains) * air * (1 - air));
        // Four standard errors, twice as large as of independent images: a patient's are alike.
        var error = 4 * Math.Sqrt(4.0 / Images);
        Assert.InRange(measured, phi - error, phi + error);
        Assert.InRange(drains, .3 - error, .3 + error);
        Assert.InRange(air, .3 - error, .3 + error);
    }

    [Theory]
    [InlineData(.99)]
    [InlineData(-.9)]
    public void Write_PhiThatNoTableHas_SaysWhatCanBeHad(double phi)
    {
        var mistake = Assert.Throws<NeatxException>(() => Made("none", new PhantomSetOptions { Images = 10, DrainPneumothorax = phi }));
        Assert.Contains("Take a number from -0.4 to 0.9", mistake.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_root, "none")));
    }

    [Fact]
    public void Write_OneOrTwoAtATime_GivesTheSameBytes()
    {
        var options = new PhantomSetOptions { Images = 12, Size = 64, WithMasks = true, WithContactSheet = true };
        var (one, two) = (Made("one", options with { Jobs = 1 }), Made("two", options with { Jobs = 2 }));
        var files = Directory.GetFiles(one, "*", SearchOption.AllDirectories);
        Assert.Equal(12 + (12 * 8) + 4 + 2, files.Length);
        foreach (var file in files) Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(two, Path.GetRelativePath(one, file))));
    }

    [Fact]
    public void Write_Again_MakesOnlyTheFilmsThatAreGoneOrDamaged()
    {
        var options = new PhantomSetOptions { Images = 8, Size = 64 };
        var folder = Made("again", options);
        var films = Directory.GetFiles(Path.Combine(folder, "images")).Order(StringComparer.Ordinal).ToList();
        var (before, longAgo) = (films.Select(File.ReadAllBytes).ToList(), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        foreach (var film in films) File.SetLastWriteTimeUtc(film, longAgo);
        File.Delete(films[2]);
        File.WriteAllBytes(films[5], before[5][..1000]);
        File.SetLastWriteTimeUtc(films[5], longAgo);

        Made("again", options);
        Assert.Equal(before, films.Select(File.ReadAllBytes));
        Assert.Equal([2, 5], Enumerable.Range(0, 8).Where(film => File.GetLastWriteTimeUtc(films[film]) != longAgo));
    }

    [Fact]
    public void Write_Stopped_LeavesWholeFilesOnly()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            PhantomSet.Write(Path.Combine(_root, "stopped"), new PhantomSetOptions { Images = 8, Size = 64 }, new RecordingObserver(), source.Token));
        Assert.DoesNotContain(Directory.GetFiles(_root, "*", SearchOption.AllDirectories), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PhantomTableFormat.Nih, 3)]
    [InlineData(PhantomTableFormat.PadChest, 7)]
    public void Run_TheProtocolOfASet_ReadsItsTablesAndFilms(PhantomTableFormat format, int reported)
    {
        var folder = Made("run", new PhantomSetOptions { Images = 150, Size = 64, Format = format });
        var protocol = ProtocolReader.Read(Path.Combine(folder, "phantom.yaml"), new ProtocolOptions { Overrides = ["agreement.resamples=0"] }).DocumentOrThrow();
        var results = RunPipeline.Run(protocol, new RunOptions { Out = Path.Combine(folder, "out") }, new RecordingObserver(), CancellationToken.None);
        Assert.True(results.Synthetic);
        Assert.All(results.Tables, table => Assert.Equal(0, table.ProblemRows));
        Assert.Equal(reported, results.LabelSets.Single(set => set.Name == "reports").Findings.Count);
        Assert.Equal(150, Assert.Single(results.Films).Ready);
        var truth = results.Comparisons.Single();
        Assert.NotEmpty(truth.Pairs);
    }

    private string Made(string name, PhantomSetOptions options)
    {
        var folder = Path.Combine(_root, name);
        PhantomSet.Write(folder, options, new RecordingObserver(), CancellationToken.None);
        return folder;
    }
}
