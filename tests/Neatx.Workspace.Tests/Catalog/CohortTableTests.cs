using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Catalog;

public sealed class CohortTableTests : IDisposable
{
    private readonly TestRun run = new();
    private readonly Dictionary<string, TableReference> tables = [];

    public CohortTableTests()
    {
        Add("images", "i,p,v,l\na,1,PA,x\nb,1,AP,x|y\nc,2,PA,\nd,3,PA,y\ne,4,PA,x\n");
        Add("rated", "i\na\ne\nzz\n", new() { Image = "i" });
        Add("experts", "i,p\na,1\nq,4\n", new() { Image = "i", Patient = "p" });
        tables.Add("lost", new TableReference("lost", null, "lost.csv is absent"));
    }

    public void Dispose() => run.Dispose();

    [Fact]
    public void Build_Steps_CountImagesAndPatientsAfterEach()
    {
        var flow = Build(Keep("frontal", "view = 'PA'"), Step("unrated", CohortStepKind.ExcludeImagesOf, "rated"));
        Assert.Equal(["images 5 4 -", "frontal 4 4 1", "unrated 2 2 2"], Shown(flow));
        Assert.Equal(["c|2|3", "d|3|4"], run.Rows(flow.Data));
        Assert.Equal("catalog/cohort.cohort.parquet", flow.Data);
    }

    [Fact]
    public void Build_PatientsExcluded_GoWithAllTheirImages()
    {
        var flow = Build(Step("others", CohortStepKind.ExcludePatientsOf, "experts"));
        Assert.Equal(["images 5 4 -", "others 2 2 3"], Shown(flow));
        Assert.Equal(["c", "d"], run.Rows(flow.Data, "image"));
    }

    [Fact]
    public void Build_PatientsOfATableWithoutAny_AreThoseOfTheDataset()
    {
        Add("known", "i\na\n", new() { Image = "i" });
        Assert.Equal(["c", "d", "e"], run.Rows(Build(Step("s", CohortStepKind.ExcludePatientsOf, "known")).Data, "image"));
    }

    [Fact]
    public void Build_PatientsThatNobodyKnows_AreUndefinedNotIgnored()
    {
        var flow = Build(Step("s", CohortStepKind.ExcludePatientsOf, "rated"));
        Assert.Equal("step 's' excludes the patients of 'rated', but 1 of its images have none that is known", flow.Steps[1].Undefined);
        Assert.Null(flow.Data);
    }

    [Fact]
    public void Build_KeepImagesOf_KeepsThem() =>
        Assert.Equal(["a", "e"], run.Rows(Build(Step("s", CohortStepKind.KeepImagesOf, "rated")).Data, "image"));

    [Fact]
    public void Build_TableNotToBeHad_LeavesItAndAllThatFollowsUndefined()
    {
        var flow = Build(Keep("pa", "view = 'PA'"), Step("s", CohortStepKind.ExcludeImagesOf, "lost"), Keep("later", "true"));
        Assert.Equal(["images 5 4 -", "pa 4 4 1", "s - - -", "later - - -"], Shown(flow));
        Assert.All(flow.Steps.Skip(2), step => Assert.Equal("step 's' needs 'lost': lost.csv is absent", step.Undefined));
        Assert.Null(flow.Data);
        Assert.Equal(flow.Steps[^1].Undefined, TableReference.Of(flow).Unavailable);
    }

    [Fact]
    public void Build_DatasetNotToBeHad_IsUndefinedFromTheStart()
    {
        var flow = CohortTable.Build(new("cohort", "Cohort", "lost", [Keep("pa", "true")]), tables, 1, run.Context, TestContext.Current.CancellationToken);
        Assert.All(flow.Steps, step => Assert.Equal("its dataset 'lost': lost.csv is absent", step.Undefined));
    }

    [Fact]
    public void Build_Unlabelled_IsNeitherWithNorWithoutAFinding()
    {
        Assert.Equal(["a", "b", "e"], run.Rows(Build(Keep("s", "list_contains(findings, 'x')")).Data, "image"));
        Assert.Equal(["d"], run.Rows(Build(Keep("s", "not list_contains(findings, 'x')")).Data, "image"));
        Assert.Equal(["c"], run.Rows(Build(Keep("s", "not labelled")).Data, "image"));
    }

    [Fact]
    public void Build_Sample_DependsOnSeedAndImagesOnly()
    {
        Add("many", "i,p\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i}.png,{i / 2}\n")), new() { Image = "i", Patient = "p" });
        Add("reversed", "i,p\n" + string.Concat(Enumerable.Range(0, 1000).Reverse().Select(i => $"{i}.png,{i / 2}\n")), new() { Image = "i", Patient = "p" });
        var step = new CohortStep { Name = "s", Title = "s", Kind = CohortStepKind.Sample, Count = 10, Seed = 7 };
        var sample = Images(step, "many");
        Assert.Equal(10, sample.Count);
        Assert.Equal(sample, Images(step, "reversed"));
        Assert.NotEqual(sample, Images(step with { Seed = 8 }, "many"));
        Assert.NotEqual(Images(step with { Seed = null }, "many"), Images(step with { Seed = null, Name = "t" }, "many"));
        // The order is that of SHA-256, which any language can repeat.
        var expected = Enumerable.Range(0, 1000).Select(i => $"{i}.png")
            .OrderBy(image => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"7/{image}"))), StringComparer.Ordinal)
            .Take(10).Order(StringComparer.Ordinal);
        Assert.Equal(expected, sample);
    }

    [Fact]
    public void Build_First_TakesFileOrder()
    {
        var step = new CohortStep { Name = "s", Title = "s", Kind = CohortStepKind.First, Count = 2 };
        Assert.Equal(["b", "d"], run.Rows(Build(Keep("k", "list_contains(findings, 'y')"), step).Data, "image"));
    }

    [Fact]
    public void Build_MoreThanThereAre_IsRefused() =>
        Assert.Equal("cohort 'cohort', step 's': 6 images are asked for, and 5 are left. Ask for fewer, or loosen an earlier step.",
            Assert.Throws<NeatxException>(() => Build(new CohortStep { Name = "s", Title = "s", Kind = CohortStepKind.Sample, Count = 6 })).Message);

    private static CohortStep Keep(string name, string where) => new() { Name = name, Title = name, Kind = CohortStepKind.Keep, Where = where };

    private static CohortStep Step(string name, CohortStepKind kind, string of) => new() { Name = name, Title = name, Kind = kind, Of = of };

    private static IEnumerable<string> Shown(CohortFlow flow) => flow.Steps.Select(step =>
        $"{step.Name} {Show(step.Images)} {Show(step.Patients)} {Show(step.Removed)}");

    private static string Show(long? count) => count is { } value ? $"{value}" : "-";

    private IReadOnlyList<string> Images(CohortStep step, string dataset) =>
        [.. run.Rows(CohortTable.Build(new("cohort", "Cohort", dataset, [step]), tables, 1, run.Context, TestContext.Current.CancellationToken).Data, "image", "image")];

    private CohortFlow Build(params CohortStep[] steps) =>
        CohortTable.Build(new("cohort", "Cohort", "images", steps), tables, 1, run.Context, TestContext.Current.CancellationToken);

    private void Add(string name, string text, ColumnMapping? mapping = null)
    {
        var source = TestRun.Source(mapping ?? new() { Image = "i", Patient = "p", View = "v", FindingList = "l", Separator = "|" }, run.Write($"{name}.csv", text));
        tables.Add(name, TableReference.Of(DatasetStage.Build(new(name, name, source), run.Context, TestContext.Current.CancellationToken)));
    }
}
