using System.Globalization;
using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Workspace.Demo;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Demo;

/// <summary>The drawn labels agree as the known skills imply.</summary>
public sealed class KnownTruthTests(DemoFolder folder) : IClassFixture<DemoFolder>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void KappaOfRaters_AnySeed_LiesNearTheImpliedOne(ulong seed)
    {
        var data = folder.Make($"seed-{seed}", new DemoOptions { Seed = seed }).DataRoot;
        var rows = DemoTableReader.Rows(Path.Combine(data, "synthetic_tube_ratings.csv")).SkipLast(1).ToList();
        var implied = Implied(data, "a1");
        string[] tubes = ["chest drain tube", "nsg tube", "endotracheal tube", "tracheostomy tube"];
        for (var tube = 0; tube < tubes.Length; tube++)
        {
            var (first, second) = (Sides(rows, 3 + tube), Sides(rows, 8 + tube));
            var kappa = CohenKappa.Of(StateCrosstab.Of(first, second).Under(new AgreementPolicy()));
            Assert.InRange(kappa.Value!.Value, implied[tubes[tube]] - (4 * kappa.StandardError!.Value), implied[tubes[tube]] + (4 * kappa.StandardError.Value));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void KappaOfParserAndPanel_AnySeed_LiesNearTheImpliedOne(ulong seed)
    {
        var data = folder.Make($"seed-{seed}", new DemoOptions { Seed = seed }).DataRoot;
        var parsed = DemoTableReader.Rows(Path.Combine(data, "synthetic_nih_data_entry_v2020.csv"))
            .DistinctBy(row => row[0], StringComparer.Ordinal).ToDictionary(row => row[0], row => row[1].Split('|'), StringComparer.Ordinal);
        var panel = DemoTableReader.Rows(Path.Combine(data, "synthetic_sixteen_findings.csv")).ToList();
        string[] findings = ["Atelectasis", "Cardiomegaly", "Effusion", "Infiltration", "Mass", "Nodule"];
        var implied = Implied(data, "cxr14");
        for (var finding = 0; finding < findings.Length; finding++)
        {
            var labels = panel.Select(row => State(parsed[row[0]].Contains(findings[finding]))).ToArray();
            var seen = panel.Select(row => State(row[3 + finding] == "YES")).ToArray();
            var kappa = CohenKappa.Of(StateCrosstab.Of(labels, seen).Under(new AgreementPolicy()));
            Assert.InRange(kappa.Value!.Value, implied[findings[finding]] - (4 * kappa.StandardError!.Value), implied[findings[finding]] + (4 * kappa.StandardError.Value));
        }
    }

    [Theory]
    [InlineData("simulation.raters", "a1")]
    [InlineData("simulation.consensus", "nonexp")]
    public void Claims_OfTheKnownTruth_AreTheImpliedKappasRounded(string group, string a)
    {
        var document = ProtocolReader.Read(folder.Default.Protocol, new() { DataRoot = folder.Default.DataRoot }).DocumentOrThrow();
        var names = document.Findings.ToDictionary(finding => finding.Name, finding => finding.Aliases is [var alias, ..] ? alias : finding.Name, StringComparer.Ordinal);
        var implied = Implied(folder.Default.DataRoot, a).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        var claims = document.Claims.Where(claim => claim.Group == group).ToList();
        Assert.Equal(4, claims.Count);
        Assert.All(claims, claim => Assert.Equal(Math.Round(implied[names[claim.Finding!]], claim.Decimals), claim.Published));
    }

    [Fact]
    public void Drift_OfTheSecondRater_MakesEndotrachealTubesCommonerOverTheOrderOfRating()
    {
        var rows = DemoTableReader.Rows(Path.Combine(folder.Default.DataRoot, "synthetic_tube_ratings.csv")).SkipLast(1).ToList();
        var excess = rows.Chunk(500).Select(half => Positives(half, 10) - Positives(half, 5)).ToList();
        Assert.InRange(excess[0], -10, 60);
        Assert.True(excess[1] > excess[0] + 40, $"Expected many more endotracheal tubes in the second half, got {excess[0]} and {excess[1]}.");
    }

    private static int Positives(string[][] rows, int column) => Sides(rows, column).Count(side => side == LabelState.Positive);

    private static LabelState[] Sides(IEnumerable<string[]> rows, int column) => [.. rows.Select(row => Rating.TryParse(row[column], out var rating)
        ? rating.Side
        : throw new FormatException($"'{row[column]}' is not a rating."))];

    private static LabelState State(bool positive) => positive ? LabelState.Positive : LabelState.Negative;

    private static Dictionary<string, double> Implied(string data, string a) => DemoTableReader.Rows(Path.Combine(data, "synthetic_truth.csv"))
        .Where(row => row[0] == a)
        .ToDictionary(row => row[2], row => double.Parse(row[3], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
