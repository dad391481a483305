using Neatx.Workspace.Report;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Tests.Launch;

namespace Neatx.Workspace.Tests.Splits;

/// <summary>Splits of a protocol from its text to the files of the run.</summary>
public sealed class SplitRunTests : IDisposable
{
    private readonly MadeRun _run = new();

    public SplitRunTests() => MadeArchive.WriteTo(_run, (name, text) => _run.Write(name, text));

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Split_WithASealedExpertSet_KeepsItsPatientsApart()
    {
        var split = Split("""
            splits:
              s:
                title: Drains
                of: [raters, expert]
                parts: {train: .6, validation: .2, test: .2, sealed: 0}
                labels: raters
                stratify: [Drain]
                fixed:
                  - {patients_of: expert, parts: sealed}
            """);

        Assert.True(split.Disjoint);
        Assert.Equal(MadeArchive.Images().Count(), split.Images);
        Assert.Equal(["train", "validation", "test", "sealed"], split.Parts.Select(part => part.Part));
        Assert.Equal(10, split.Parts[^1].Patients);
        Assert.Equal(MadeArchive.Images().Count(image => image.IsExpert), split.Parts[^1].Images);
        var rows = Rows("splits/s.csv");
        Assert.Equal(MadeArchive.Images().Select(image => image.Name), rows.Select(row => row[0]));
        Assert.All(rows.Zip(MadeArchive.Images()), pair => Assert.Equal(pair.Second.IsExpert, pair.First[2] == "sealed"));
        Assert.Equal(100, rows.GroupBy(row => row[1]).Count(patient => patient.Select(row => row[2]).Distinct().Count() == 1));
        Assert.Equal(["Drain", "Tube", "age", "sex", "view"], split.Balance.Select(row => row.Characteristic).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Split_ByOfficialLists_FollowsThem()
    {
        var split = Split("""
            splits:
              s:
                title: Official
                of: d
                parts: {train: .7, validation: .1, test: .2}
                lists:
                  - {images_of: other_list, parts: [train, validation]}
                  - {images_of: test_list, parts: test}
            """);

        Assert.All(Rows("splits/s.csv").Zip(MadeArchive.Images()), pair => Assert.Equal(pair.Second.Patient % 5 == 0, pair.First[2] == "test"));
        Assert.Equal([80, 20], split.Rules.Select(rule => rule.Patients));
    }

    [Fact]
    public void Split_InFolds_TestsEveryPatientOnce()
    {
        var split = Split("splits: {s: {title: Folds, of: raters, folds: 5, labels: raters}}");
        Assert.Equal((5, 5, true), (split.Folds, split.Parts.Count, split.Disjoint));
        Assert.Equal(["image", "patient", "fold"], File.ReadLines(Path.Combine(_run.Out, "splits/s.csv")).First().Split(','));
        Assert.Equal(["1", "2", "3", "4", "5"], Rows("splits/s.csv").Select(row => row[2]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Split_RunAgain_StandsAndChangesNothing()
    {
        const string Text = "splits: {s: {title: S, of: raters, labels: raters}}";
        Split(Text);
        var before = File.ReadAllBytes(Path.Combine(_run.Out, "splits/s.parquet"));
        Split(Text);
        Assert.Empty(_run.Observer.Made);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_run.Out, "splits/s.parquet")));
        Split("splits: {s: {title: S, of: raters, labels: raters, seed: 2}}");
        Assert.Contains("splits: S", _run.Observer.Made);
        Assert.NotEqual(before, File.ReadAllBytes(Path.Combine(_run.Out, "splits/s.parquet")));
    }

    [Fact]
    public void Split_OfATableThatIsAbsent_IsNotToBeHad()
    {
        var split = Split("splits: {s: {title: S, of: absent}}");
        Assert.Equal("none of its tables is to be had: absent.csv is absent; to be had from nobody", split.Unavailable);
    }

    [Fact]
    public void Split_RuleOfATableThatIsAbsent_HoldsForNobodyAndSaysSo()
    {
        var split = Split("splits: {s: {title: S, of: [raters, absent], parts: {train: .5, test: .5, sealed: 0}, fixed: [{patients_of: absent, parts: sealed}]}}");
        Assert.Equal(["raters"], split.Of);
        Assert.Contains("absent.csv is absent", Assert.Single(split.Rules).Unavailable, StringComparison.Ordinal);
    }

    [Fact]
    public void Split_RulesThatContradict_AreRefusedWithThePatients()
    {
        var error = Assert.Throws<NeatxException>(() => Split("splits: {s: {title: S, of: d, fixed: [{patients_of: expert, parts: train}, {patients_of: expert, parts: test}]}}"));
        Assert.StartsWith("split 's' cannot be made: Patient 'p10' belongs in 'train' by 'expert' and in 'test' by 'expert': no part is left.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfASplit_HasItsCertificateAndTables()
    {
        Split("splits: {s: {title: Drains, of: raters, labels: raters}}");
        var page = File.ReadAllText(Path.Combine(_run.Out, ReportWriter.PageFile));
        Assert.Contains("no two parts share a patient or an image", page, StringComparison.Ordinal);
        Assert.Contains("no patient is in two parts", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_run.Out, "tables/split_balance.csv")));
    }

    private SplitResult Split(string section) => Assert.Single(_run.Run(MadeArchive.Protocol + section).Splits);

    private List<string[]> Rows(string file) => [.. File.ReadLines(Path.Combine(_run.Out, file)).Skip(1).Select(line => line.Split(','))];
}
