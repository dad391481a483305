using System.Security.Cryptography;
using System.Text;
using Neatx.Core.Agreement;

namespace Neatx.Workspace.Tests.Protocol;

/// <summary>--set puts values over the file's, and the checksum tells.</summary>
public sealed class OverrideTests
{
    private const string Claims = """
        claims:
          fig.a: {source: S, published: {Mass: .70}, agreement: {a: one, b: two}}

        """;

    [Fact]
    public void Read_OverrideOfAKeyThatIsNotWritten_MakesIt()
    {
        var document = Scratch.Document(ExampleProtocol.WithCohort, "agreement.policy.uncertain=class", "agreement.resamples=10");
        Assert.Equal(StateTreatment.AsClass, document.Agreement.Policy.Uncertain);
        Assert.Equal(10, document.Agreement.Resamples);
    }

    [Fact]
    public void Read_OverrideOfAListItem_GoesByNameOrIndex()
    {
        var document = Scratch.Document(
            ExampleProtocol.WithCohort, "cohorts.c.steps.s.title=By name", "cohorts.c.steps.0.first=7", "ratings.r.table.columns.raters.1=b2");
        var step = Assert.Single(Assert.Single(document.Cohorts).Steps);
        Assert.Equal("By name", step.Title);
        Assert.Equal(7, step.Count);
        Assert.Equal(["a1", "b2"], document.Ratings[0].Table.Columns.Raters);
    }

    [Fact]
    public void Read_OverrideUnderAKeyWithDots_FindsTheLongestKey()
    {
        var claim = Assert.Single(Scratch.Document(ExampleProtocol.WithCohort + Claims, "claims.fig.a.published.Mass=.5").Claims);
        Assert.Equal(0.5, claim.Published);
        Assert.Equal(1, claim.Decimals);
    }

    [Fact]
    public void Read_OverrideWithYaml_IsParsed()
    {
        var document = Scratch.Document(ExampleProtocol.WithCohort, "findings.Mass={aliases: [Lump, Tumour]}", "findings.Cyst=", "title=A = B");
        Assert.Equal(["Lump", "Tumour"], document.Findings[0].Aliases);
        Assert.Equal("Cyst", document.Findings[^1].Name);
        Assert.Equal("A = B", document.Title);
    }

    [Fact]
    public void Read_LaterOverride_Wins() => Assert.Equal(2UL, Scratch.Document(ExampleProtocol.Head, "seed=1", "seed=2").Seed);

    [Fact]
    public void Sha256_WithoutOverrides_IsTheFiles() => Assert.Equal(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ExampleProtocol.Head))), Scratch.Document(ExampleProtocol.Head).Sha256);

    [Fact]
    public void Sha256_OfDifferentOverrides_Differs()
    {
        string[][] overrides = [[], ["seed=1"], ["seed=2"], ["seed=1", "seed=2"], ["seed=2", "seed=1"]];
        Assert.Distinct(overrides.Select(each => Scratch.Document(ExampleProtocol.Head, each).Sha256));
        Assert.Distinct([Scratch.Document(ExampleProtocol.Head, "seed=1").Sha256, Scratch.Document(ExampleProtocol.Head + "# --set seed=1").Sha256]);
    }

    [Fact]
    public void DataRoot_NotStated_IsTheFoldersOfTheProtocol()
    {
        using var scratch = new Scratch();
        Assert.Equal(scratch.Folder, scratch.Read(ExampleProtocol.Head).DocumentOrThrow().DataRoot);
    }

    [Fact]
    public void DataRoot_Stated_IsWhereFilesAreFound()
    {
        using var scratch = new Scratch();
        using var data = new Scratch();
        data.Touch("a.csv");
        var document = scratch.Read(ExampleProtocol.WithDataset, new() { DataRoot = data.Folder }).DocumentOrThrow();
        Assert.Equal([Path.Combine(data.Folder, "a.csv")], document.Datasets[0].Table.Files);
    }

    [Fact]
    public void DataRoot_ThatIsAbsent_IsOneMistake()
    {
        using var scratch = new Scratch();
        var result = scratch.Read(ExampleProtocol.WithDataset, new() { DataRoot = Path.Combine(scratch.Folder, "nowhere") });
        Assert.Equal([$"--data {Path.Combine("FOLDER", "nowhere")}: expected a folder, found none; check the path"], [.. scratch.Shown(result).Select(each => each.Replace("--data nowhere", $"--data {Path.Combine("FOLDER", "nowhere")}", StringComparison.Ordinal))]);
    }

    [Fact]
    public void DocumentOrThrow_WithMistakes_ListsThemAll()
    {
        using var scratch = new Scratch();
        var result = scratch.Read("name: T\nseed: x\n");
        var exception = Assert.Throws<NeatxException>(result.DocumentOrThrow);
        Assert.Equal(
            string.Join(Environment.NewLine, ["The protocol has 3 mistakes:", .. result.Mistakes.Select(mistake => mistake.ToString())]),
            exception.Message);
    }
}
