using System.Globalization;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Protocol;

/// <summary>protocols/neatx.yaml, the whole study.</summary>
[Trait("Data", "Real")]
public sealed class NeatxProtocolTests
{
    private static ProtocolDocument Document => field ??= Read();

    [Fact]
    public void LabelSets_Always_HaveTheNamesThatResultsAreReadBy() => Assert.Subset(
        Document.LabelSets.Select(set => set.Name).Concat(Document.Consensus.Select(set => set.Name)).ToHashSet(StringComparer.Ordinal),
        new HashSet<string>(["cxr14", "bbox", "gcs16l", "gcs4l", "rsna", "padchest", "nonexp_padchest", "nonexp_nih"], StringComparer.Ordinal));

    [Fact]
    public void Tables_Always_AreHereOrSayWhereTheyAreToBeHad()
    {
        var tables = Document.Datasets.Select(each => each.Table)
            .Concat(Document.LabelSets.Select(each => each.Table).OfType<TableSource>())
            .Concat(Document.LabelSets.Select(each => each.ImageMap?.Table).OfType<TableSource>())
            .Concat(Document.Ratings.Select(each => each.Table))
            .ToList();
        Assert.All(tables, table => Assert.True(table.IsAvailable || table.Obtain is not null));
        Assert.Equal(5, tables.Count(table => !table.IsAvailable));
        Assert.All(tables, table => Assert.True(table.Terms is not null || table.Optional));
    }

    [Theory]
    [InlineData("tablea1", 6)]
    [InlineData("figa1", 6)]
    [InlineData("fig2", 4)]
    [InlineData("fig3", 43)]
    [InlineData("fig3-images", 10)]
    [InlineData("fig4", 12)]
    [InlineData("fig4-images", 3)]
    [InlineData("padchest-flow", 10)]
    [InlineData("notebook", 8)]
    [InlineData("annotations", 20)]
    [InlineData("certainty", 3)]
    [InlineData("section3", 2)]
    [InlineData("table1", 12)]
    [InlineData("table1-sd", 12)]
    [InlineData("table2", 16)]
    [InlineData("table2-sd", 16)]
    public void Claims_OfOneSource_AreAllThere(string source, int count) =>
        Assert.Equal(count, Document.Claims.Count(claim => claim.Id.StartsWith(source + ".", StringComparison.Ordinal)));

    [Fact]
    public void Claims_Altogether_Are183() => Assert.Equal(183, Document.Claims.Count);

    [Fact]
    public void Claims_OfFig3_AreInTheColumnsAndRowsOfTheComparison()
    {
        var fig3 = Document.Agreement.Comparisons.Single(each => each.Name == "fig3");
        var claimed = Document.Claims.Where(claim => claim.Id.StartsWith("fig3.", StringComparison.Ordinal)).ToList();
        var pairs = claimed.Select(claim => (ClaimQuantity.Agreement)claim.Quantity).Select(each => new LabelSetPair(each.A, each.B)).Distinct();
        Assert.Equal(fig3.Pairs, pairs);
        Assert.All(claimed.GroupBy(claim => claim.Group), group => Assert.Equal(fig3.Findings.Where(finding => group.Any(claim => claim.Finding == finding)), group.Select(claim => claim.Finding!)));
        Assert.All(claimed, claim => Assert.Equal(2, claim.Decimals));
    }

    [Fact]
    public void Crosstabs_OfFig4_GiveTheKappasOfTheNotebook()
    {
        var claims = Document.Claims.Where(claim => claim.Group == "notebook.undecided-left-out").ToList();
        Assert.Equal([983, 996, 853, 809], claims.Select(claim => ((ClaimQuantity.Agreement)claim.Quantity).Crosstab!.Sum(row => row.Sum())));
        Assert.All(claims, claim => Assert.Equal(
            claim.Published.ToString("F4", CultureInfo.InvariantCulture),
            Kappa(((ClaimQuantity.Agreement)claim.Quantity).Crosstab!).ToString("F4", CultureInfo.InvariantCulture)));
    }

    private static double Kappa(IReadOnlyList<IReadOnlyList<long>> table)
    {
        double n = table.Sum(row => row.Sum());
        var observed = (table[0][0] + table[1][1]) / n;
        var expected = Enumerable.Range(0, 2).Sum(k => table[k].Sum() / n * (table.Sum(row => row[k]) / n));
        return (observed - expected) / (1 - expected);
    }

    private static ProtocolDocument Read()
    {
        var result = ProtocolReader.Read(Repository.PathOf("protocols/neatx.yaml"), new() { DataRoot = SharedData.Path("") });
        Assert.Empty(result.Mistakes);
        return result.DocumentOrThrow();
    }
}
