using System.Text.Json;
using Neatx.Core.Agreement;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Launch;

namespace Neatx.Workspace.Tests.Launch;

[Trait("Data", "Real")]
public sealed class NeatxRunTests(NeatxRun run) : IClassFixture<NeatxRun>
{
    /// <summary>Fig. 3 at full precision, as scikit-learn computed it in the authors' released notebook from the same tables.</summary>
    [Theory]
    [InlineData("cxr14", "bbox", "Nodule or mass", 880, .7345333749751568)]
    [InlineData("cxr14", "bbox", "Mass", 880, .7300613496932515)]
    [InlineData("cxr14", "bbox", "Pneumonia", 880, .948902027027027)]
    [InlineData("cxr14", "bbox", "Atelectasis", 880, .6596500126806999)]
    [InlineData("cxr14", "bbox", "Pneumothorax", 880, .7107195598082252)]
    [InlineData("cxr14", "bbox", "Infiltration", 880, .4565558343789209)]
    [InlineData("cxr14", "bbox", "Nodule", 880, .6083310096308531)]
    [InlineData("cxr14", "bbox", "Cardiomegaly", 880, .8553485627581556)]
    [InlineData("cxr14", "bbox", "Effusion", 880, .5540085679314566)]
    [InlineData("cxr14", "gcs4l", "Pneumothorax", 4376, .4268087129)]
    [InlineData("bbox", "gcs4l", "Pneumothorax", 61, .7004909983633387)]
    [InlineData("bbox", "gcs4l", "Nodule or mass", 61, .6834692364714603)]
    [InlineData("bbox", "gcs16l", "Nodule or mass", 26, .5323741007194245)]
    [InlineData("bbox", "gcs16l", "Mass", 26, .26415094339622636)]
    [InlineData("bbox", "gcs16l", "Pneumonia", 26, 0)]
    [InlineData("gcs4l", "gcs16l", "Pneumothorax", 810, .7431080751402781)]
    [InlineData("gcs4l", "gcs16l", "Nodule or mass", 810, .7043659043659043)]
    [InlineData("cxr14", "gcs16l", "Infiltration", 810, .06921181858765568)]
    [InlineData("cxr14", "gcs16l", "Edema", 810, -.014873494462856574)]
    [InlineData("cxr14", "gcs16l", "Nodule", 810, .30450261780104715)]
    [InlineData("cxr14", "gcs16l", "Pleural thickening", 810, .17685316918788652)]
    [InlineData("cxr14", "gcs16l", "Cardiomegaly", 810, .33944954128440363)]
    [InlineData("cxr14", "gcs16l", "Effusion", 810, .33633612804217206)]
    [InlineData("gcs16l", "rsna", "Pneumonia", 192, .1578947368421053)]
    [InlineData("cxr14", "rsna", "Pneumonia", 26585, .05688403739)]
    public void Fig3_Kappa_IsThatOfTheReleasedNotebook(string a, string b, string finding, long n, double kappa)
    {
        var figure = run.Results.Comparisons.Single(comparison => comparison.Name == "fig3").Figures
            .Single(cell => cell.A == a && cell.B == b && cell.Finding == finding);

        Assert.Equal(n, figure.N);
        Assert.Equal(kappa, figure[AgreementNames.CohenKappa].Value!.Value, 1e-9);
    }

    [Theory]
    [InlineData("Chest drain", .7141674324)]
    [InlineData("Nasogastric tube", .5984592879)]
    [InlineData("Endotracheal tube", .5786144276)]
    [InlineData("Tracheostomy tube", .9611194721)]
    public void PadChestRaters_Kappa_IsThatOfTheReleasedNotebook(string finding, double kappa)
    {
        var figure = run.Results.Comparisons.Single(comparison => comparison.Name == "padchest_raters").Figures.Single(cell => cell.Finding == finding);
        Assert.Equal(1011, figure.N);
        Assert.Equal(kappa, figure[AgreementNames.CohenKappa].Value!.Value, 1e-9);
    }

    [Theory]
    [InlineData("Chest drain", 37, 946, 28)]
    [InlineData("Nasogastric tube", 449, 360, 202)]
    [InlineData("Endotracheal tube", 162, 691, 158)]
    [InlineData("Tracheostomy tube", 252, 744, 15)]
    public void Consensus_SameSide_CountsAsReleased(string finding, long positive, long negative, long undecided)
    {
        var counts = run.Results.LabelSets.Single(set => set.Name == "nonexp_padchest").Findings.Single(each => each.Finding == finding);
        Assert.Equal((positive, negative, undecided), (counts.Positive, counts.Negative, counts.Uncertain));
    }

    [Fact]
    public void Claims_Fig3_AreReproducedButForTheCopiedColumn()
    {
        var fig3 = run.Results.Claims.Where(claim => claim.Id.StartsWith("fig3.", StringComparison.Ordinal)).ToList();

        Assert.Equal(43, fig3.Count);
        var not = Assert.Single(fig3, claim => claim.Status != ClaimStatus.Reproduced);
        Assert.Equal("fig3.gcs4l-rsna.pneumonia", not.Id);
        Assert.Equal(ClaimStatus.NotComputable, not.Status);
        Assert.Equal(
            "GCS4L does not judge Pneumonia. The same number is printed for GCS16L and RSNA, where it is right: this column looks like a copy of that one.", not.Hint);
    }

    [Fact]
    public void Claims_Fig4_FindTheExchangedRowsFromThePublishedCrosstabs()
    {
        var claims = run.Results.Claims.ToDictionary(claim => claim.Id, StringComparer.Ordinal);

        Assert.Equal((ClaimStatus.Reproduced, "published crosstab"), (claims["fig4.expert-ml.chest_drain"].Status, claims["fig4.expert-ml.chest_drain"].From));
        Assert.Equal(ClaimStatus.Reproduced, claims["fig4.expert-ml.tracheostomy_tube"].Status);
        Assert.Equal(.6495, claims["fig4.expert-ml.endotracheal_tube"].Computed!.Value, .00005);
        Assert.StartsWith("Two rows look exchanged", claims["fig4.expert-ml.endotracheal_tube"].Hint, StringComparison.Ordinal);
        Assert.Equal(.5415, claims["fig4.expert-ml.nasogastric_tube"].Computed!.Value, .00005);
    }

    [Fact]
    public void Claims_RsnaCount_SaysWhichRowsWereLeftOut()
    {
        var claim = run.Results.Claims.Single(each => each.Id == "tablea1.rsna");

        Assert.Equal(26585, claim.Computed);
        Assert.StartsWith("The 99 images that are fewer here were left out on purpose.", claim.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Cohorts_PneumothoraxFlow_StopsWhereTheExpertListIsMissing()
    {
        var steps = run.Results.Cohorts.Single(cohort => cohort.Name == "nih_pneumothorax").Steps;

        Assert.Equal([112120, 5302, null, null], steps.Select(step => step.Images));
        Assert.Contains("nih_cxr14_expert_drain_labels.csv is absent", steps[2].Undefined, StringComparison.Ordinal);
    }

    [Fact]
    public void Drift_Endotracheal_StandsOut()
    {
        var raters = run.Results.Drift.Single(drift => drift.Ratings == "padchest_tubes").Findings.Single(each => each.Finding == "Endotracheal tube").Raters;
        Assert.Equal([178, 304], raters.Select(rater => rater.Positive));
        Assert.Contains(raters, rater => rater.DifferenceChart.FirstOutside is not null);
    }

    [Fact]
    public void ResultsJson_Agreement_HasTheDocumentedMembers()
    {
        _ = run.Results;
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Out, "results.json")));
        var figure = document.RootElement.GetProperty("agreement").EnumerateArray()
            .First(each => each.GetProperty("a").GetString() == "cxr14" && each.GetProperty("finding").GetString() == "Pneumothorax");

        Assert.Equal("uncertain=drop invalid=drop missing=drop", figure.GetProperty("policy").GetString());
        Assert.Equal(4, figure.GetProperty("crosstab").EnumerateArray().SelectMany(row => row.EnumerateArray()).Count());
        var kappa = figure.GetProperty("statistics").GetProperty("cohen_kappa");
        Assert.Equal(2, kappa.GetProperty("ci").GetArrayLength());
        Assert.Contains("bootstrap by patient", kappa.GetProperty("bootstrap_method").GetString(), StringComparison.Ordinal);
        Assert.Contains(document.RootElement.GetProperty("claims").EnumerateArray(), claim => claim.GetProperty("status").GetString() == "not_computable");
    }

    [Fact]
    public void Run_Again_MakesNothingAndChangesNoByte()
    {
        _ = run.Results;
        var before = Bytes(run.Out);
        var observer = new RecordingObserver();
        NeatxRun.Run(run.Out, observer);

        Assert.Empty(observer.Made);
        Assert.Equal(before, Bytes(run.Out));
    }

    [Fact]
    public void Run_InAnotherFolder_GivesTheSameBytes()
    {
        _ = run.Results;
        NeatxRun.Run(run.Other("again"), new RecordingObserver());
        Assert.Equal(Bytes(run.Out), Bytes(run.Other("again")));
    }

    [Fact]
    public void Run_OneOptionOfOneComparisonChanged_MakesOnlyWhatDependsOnIt()
    {
        var folder = run.Other("changed");
        NeatxRun.Run(folder, new RecordingObserver());
        var observer = new RecordingObserver();
        NeatxRun.Run(folder, observer, only: null, "agreement.comparisons.fig4.title=Another title");

        Assert.Equal(["agreement: Another title", "report: report.html, results.json and tables"], observer.Made);
    }

    [Fact]
    public void Run_OnlyCatalog_StopsThere()
    {
        var folder = run.Other("only");
        NeatxRun.Run(folder, new RecordingObserver(), Stage.Catalog);
        Assert.False(File.Exists(Path.Combine(folder, "report.html")));
        Assert.True(File.Exists(Path.Combine(folder, "catalog", "nih_cxr14.parquet")));
    }

    private static SortedDictionary<string, string> Bytes(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), FileHash.Of, StringComparer.Ordinal),
        StringComparer.Ordinal);
}
