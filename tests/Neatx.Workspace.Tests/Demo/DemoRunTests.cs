using Neatx.Workspace.Claims;

namespace Neatx.Workspace.Tests.Demo;

/// <summary>What a run of the demo finds is what the simulation put there.</summary>
public sealed class DemoRunTests(DemoRun run) : IClassFixture<DemoRun>
{
    [Theory]
    [InlineData("nih_like", 12_003, 12_000, 3)]
    [InlineData("nih_like_first", 12_000, 12_000, 0)]
    [InlineData("padchest_like", 4_501, 4_500, 1)]
    [InlineData("tubes", 1_001, 1_000, 1)]
    [InlineData("panel", 1_800, 600, 0)]
    [InlineData("four", 1_201, 1_200, 1)]
    [InlineData("sixteen", 600, 600, 0)]
    [InlineData("expert_tubes", 300, 300, 0)]
    [InlineData("expert_drains", 150, 150, 0)]
    public void Tables_OfTheDemo_AreReadButForTheBrokenRows(string name, long rows, long images, long problems)
    {
        var table = run.Results.Tables.Single(table => table.Name == name);
        Assert.Equal((rows, images, problems), (table.Rows, table.Images, table.ProblemRows));
    }

    [Fact]
    public void Problems_OfTheDemo_NameWhatWasBroken()
    {
        var found = run.Results.Tables.SelectMany(table => table.Problems).Select(problem => $"{problem.File}: {problem.Column}: {problem.Found}").ToList();
        Assert.Equal(
            [
                "synthetic_nih_data_entry_v2020.csv: Patient Age: forty",
                "synthetic_nih_data_entry_v2020.csv: : 3 columns",
                "synthetic_nih_data_entry_v2020.csv: Image Index: 00000001_000.png",
                "synthetic_padchest.csv.gz: Labels: ['nsg tube', 'normal",
                "synthetic_tube_ratings.csv: NSG_tube_a1: 0.6",
                "synthetic_four_findings.csv: Pneumothorax: MAYBE",
            ],
            found);
    }

    [Fact]
    public void RaggedHeader_OfTheBoxes_IsADefectThatWasHandled()
    {
        var boxes = run.Results.Tables.Single(table => table.Name == "bbox");
        Assert.Equal((600, 0), (boxes.Images, boxes.ProblemRows));
        Assert.Equal(boxes.Rows, boxes.Defects.Single(defect => defect.Code == "ragged-header").Count);
    }

    [Fact]
    public void AbsentTable_OfTheDemo_IsNamed()
    {
        var absent = run.Results.Tables.Single(table => table.Unavailable is not null);
        Assert.Equal("second_expert", absent.Name);
        Assert.Contains("synthetic_second_expert.csv is absent", absent.Unavailable, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulation.")]
    [InlineData("figure.network.")]
    public void Claims_ThatAreRight_AreReproduced(string start)
    {
        var claims = run.Results.Claims.Where(claim => claim.Id.StartsWith(start, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(claims);
        Assert.All(claims, claim => Assert.Equal(ClaimStatus.Reproduced, claim.Status));
    }

    [Theory]
    [InlineData("figure.all.endotracheal_tube", "Two rows look exchanged")]
    [InlineData("figure.all.nasogastric_tube", "Two rows look exchanged")]
    [InlineData("figure.all.chest_drain", "cut off")]
    [InlineData("figure.physicians.tracheostomy_tube", "a copy of that one")]
    [InlineData("text.raters.nasogastric_tube", "undecided was kept as a class")]
    [InlineData("text.pneumothorax.pneumothorax", "another release of the table")]
    [InlineData("text.nodule-or-mass.nodule_or_mass", "No cause found")]
    [InlineData("counts.fine-tuning", "No cause found")]
    public void Claims_ThatWereSpoiled_DifferForTheReasonPutThere(string id, string cause)
    {
        var claim = run.Results.Claims.Single(claim => claim.Id == id);
        Assert.Equal(ClaimStatus.Differs, claim.Status);
        Assert.Contains(cause, claim.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_OfTheDemo_ComeOutAsWritten()
    {
        var counts = run.Results.Claims.CountBy(claim => claim.Status).ToDictionary();
        Assert.Equal((24, 8, 2), (counts[ClaimStatus.Reproduced], counts[ClaimStatus.Differs], counts[ClaimStatus.NotComputable]));
        Assert.Equal("published crosstab", run.Results.Claims.Single(claim => claim.Id == "text.second-expert").From);
    }

    [Fact]
    public void Drift_OfTheSecondRater_IsSignalledForEndotrachealTubesAlone()
    {
        var findings = run.Results.Drift.Single().Findings;
        var signalled = findings.Where(finding => finding.Raters.Any(rater => rater.UpwardAlarm is not null || rater.DownwardAlarm is not null));
        var endotracheal = Assert.Single(signalled);
        Assert.Equal("Endotracheal tube", endotracheal.Finding);
        Assert.Equal(["a1: down", "a2: up"], endotracheal.Raters.Select(rater => $"{rater.Rater}: {(rater.UpwardAlarm is null ? "down" : "up")}"));
    }

    [Fact]
    public void Results_OfTheDemo_SayThatTheyAreSynthetic() => Assert.True(run.Results.Synthetic);
}
