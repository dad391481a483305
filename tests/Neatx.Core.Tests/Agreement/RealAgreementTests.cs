using System.IO.Compression;
using Neatx.Core.Agreement;
using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Agreement;

/// <summary>The figures of the paper's own files.</summary>
[Trait("Data", "Real")]
public sealed class RealAgreementTests
{
    private static readonly AgreementPolicy UndecidedIsClass = new() { Uncertain = StateTreatment.AsClass };

    [Theory]
    [InlineData("Chest_drain_tube", .7141674324)]
    [InlineData("NSG_tube", .5984592879)]
    [InlineData("Endotracheal_tube", .5786144276)]
    [InlineData("Tracheostomy_tube", .9611194721)]
    public void CohenKappa_PadChestRaters_MatchesReference(string finding, double kappa)
    {
        var table = StateCrosstab.Of(Ratings($"{finding}_a1"), Ratings($"{finding}_a2")).Under(UndecidedIsClass);
        Assert.Equal(1011, table.Total);
        Assert.Equal(kappa, CohenKappa.Of(table).Value!.Value, 1e-9);
    }

    [Theory]
    [InlineData("Pneumothorax", .4268087129, .02943)]
    public void CohenKappa_Gcs4lAgainstCxr14_MatchesReference(string finding, double kappa, double error)
    {
        var reports = Rows("Data_Entry_2017_v2020.csv.gz").ToDictionary(
            row => row["Image Index"], row => row["Finding Labels"].Split('|').Contains(finding), StringComparer.Ordinal);
        var (google, report) = (new List<LabelState>(), new List<LabelState>());
        foreach (var row in Rows("gcs4l_four_findings_validation_labels.csv").Concat(Rows("gcs4l_four_findings_test_labels.csv")))
        {
            google.Add(row[finding] == "YES" ? LabelState.Positive : LabelState.Negative);
            report.Add(reports[row["Image Index"]] ? LabelState.Positive : LabelState.Negative);
        }

        var statistic = CohenKappa.Of(StateCrosstab.Of([.. google], [.. report]).Under(new AgreementPolicy()));
        Assert.Equal(4376, google.Count);
        Assert.Equal(kappa, statistic.Value!.Value, 1e-9);
        Assert.Equal(error, statistic.StandardError!.Value, 5);
    }

    /// <summary>One rater calls 178 endotracheal tubes and the other 304: nobody should need to look for it.</summary>
    [Fact]
    public void DriftReport_EndotrachealTubes_StandsOut()
    {
        var report = Drift("Endotracheal_tube");
        Assert.Equal((178, 304), (report.Raters[0].Positive, report.Raters[1].Positive));
        Assert.All(report.Raters, rater => Assert.True(rater.LeavesLimits));
        Assert.NotNull(report.Raters[1].RateChart.FirstOutside);
        Assert.NotNull(report.Raters[1].UpwardCusum.FirstOutside);
        Assert.NotNull(report.Raters[0].DownwardCusum.FirstOutside);
        Assert.All(report.Raters, rater => Assert.True(rater.LeavesOthers));
        Assert.True(report.Pairs[0].McNemar.PValue < 1e-20);
    }

    [Fact]
    public void DriftReport_TracheostomyTubes_IsSteady()
    {
        var report = Drift("Tracheostomy_tube");
        Assert.Equal((262, 257), (report.Raters[0].Positive, report.Raters[1].Positive));
        Assert.All(report.Raters, rater => Assert.False(rater.LeavesLimits));
    }

    private static DriftReport Drift(string finding) =>
        DriftReport.Of(["a1", "a2"], [Ratings($"{finding}_a1"), Ratings($"{finding}_a2")], new DriftOptions());

    private static LabelState[] Ratings(string column) =>
    [
        .. Rows("neatx_padchest_annotations_raw.csv").Select(row =>
            Rating.TryParse(row[column], out var rating) ? rating.Side : throw new FormatException($"'{row[column]}' is no rating.")),
    ];

    /// <summary>Enough of a reader for these files: none of the columns read here is quoted or follows one that is.</summary>
    private static IEnumerable<Dictionary<string, string>> Rows(string name)
    {
        using var file = File.OpenRead(SharedData.Path(Path.Combine("labels", name)));
        using var reader = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        var header = reader.ReadLine()!.Split(',');
        while (reader.ReadLine() is { } line)
            yield return header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }
}
