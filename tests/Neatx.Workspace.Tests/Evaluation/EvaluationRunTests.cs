using System.Globalization;
using System.Text.Json;
using Neatx.Core.Evaluation;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Report;
using Neatx.Workspace.Tests.Training;

namespace Neatx.Workspace.Tests.Evaluation;

/// <summary>From the scores of run folders to the paper's tables: one run, read by all tests.</summary>
public sealed class EvaluationRunTests(EvaluationRun run) : IClassFixture<EvaluationRun>
{
    private EvaluationResult First => run.Results.Evaluations.Single(result => result.Name == "table1");

    private EvaluationResult Second => run.Results.Evaluations.Single(result => result.Name == "table2");

    [Fact]
    public void Table1_OfTwoModelsAndOneFromATable_HasACellForEachLabelSet()
    {
        Assert.Equal(["drains.densenet121", "drains.resnet50", "other"], First.Models.Select(model => model.Name));
        Assert.Equal(["Drain detectors, DenseNet121", "Drain detectors, ResNet50", "Someone's model"], First.Models.Select(model => model.Title));
        Assert.Equal(["random initialisation", "random initialisation", "ImageNet"], First.Models.Select(model => model.Start));
        Assert.Equal(6, First.Cells.Count);
        Assert.All(First.Cells, cell => Assert.Equal(cell.N, cell.Positives + cell.Negatives));
        Assert.Contains("absent.csv is absent", First.LabelSets.Single(set => set.Name == "absent").Unavailable, StringComparison.Ordinal);
    }

    [Fact]
    public void Cell_OfASealedExpertSet_IsOfItsImagesAlone()
    {
        var cell = First.Cell("drains.densenet121", "expert", "Drain")!;
        var expert = Splits.MadeArchive.Images(EvaluationRun.Patients).Where(image => image.IsExpert).ToList();
        Assert.Equal((expert.Count, expert.Count(image => image.Drain)), (cell.N, cell.Positives));
        Assert.Equal(expert.DistinctBy(image => image.Patient).Count(), cell.Patients);
    }

    [Fact]
    public void Cell_OverSeeds_HasMeanAndStandardDeviationOfItsRuns()
    {
        var cell = First.Cell("drains.resnet50", "raters", "Drain")!;
        double[] areas = [.. cell.Runs.Select(each => each.Statistics[0].Value.Value!.Value)];
        Assert.Equal(3, areas.Length);
        Assert.Equal(areas.Average(), cell.Auc.Value!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(areas.Sum(area => Math.Pow(area - areas.Average(), 2)) / 2), cell.AucSpread.Value!.Value, 1e-12);
        Assert.Contains("bootstrap by patient", cell.Auc.BootstrapCi!.Method, StringComparison.Ordinal);
        Assert.NotNull(cell.Auc.Ci);
        Assert.Null(First.Cell("other", "raters", "Drain")!.AucSpread.Value);
    }

    [Fact]
    public void Cells_OfOneLabelSet_AreOfTheSameImages() =>
        Assert.All(First.Cells.GroupBy(cell => cell.Labels), group => Assert.Single(group.Select(cell => (cell.N, cell.Positives, cell.Patients)).Distinct()));

    [Fact]
    public void OperatingPoints_OfARun_HaveThresholdsOfItsValidationPart()
    {
        var points = First.Cell("drains.densenet121", "raters", "Drain")!.Runs[0].OperatingPoints;
        Assert.Equal(["Youden", "sensitivity >= 0.9", "specificity >= 0.95"], points.Select(point => point.Rule));
        Assert.All(points, point => Assert.NotNull(point.Threshold));
        var other = Assert.Single(First.Cell("other", "raters", "Drain")!.Runs[0].OperatingPoints);
        Assert.Equal("there is no validation part to choose a threshold on", other.Undefined);
    }

    [Fact]
    public void Paired_OfThreeModels_ComparesEachWithEach()
    {
        var pairs = First.Paired.Where(pair => pair.Labels == "raters").ToList();
        Assert.Equal(3, pairs.Count);
        Assert.Equal(
            First.Cell("drains.densenet121", "raters", "Drain")!.Auc.Value!.Value - First.Cell("drains.resnet50", "raters", "Drain")!.Auc.Value!.Value,
            pairs[0].AucDifference.Value!.Value,
            1e-12);
        Assert.NotNull(pairs[0].Z.PValue);
    }

    [Fact]
    public void Scores_TurnedRound_AreWarnedOf()
    {
        var cell = First.Cell("other", "raters", "Drain")!;
        Assert.StartsWith("AUC 0 is below chance", cell.Warning, StringComparison.Ordinal);
        Assert.Contains(run.Observer.Warnings, warning => warning.StartsWith("Someone's model, Drain by Raters: AUC 0 is below chance", StringComparison.Ordinal));
    }

    [Fact]
    public void ClassWise_OfTwoFindings_IsTheMeanOfTheirErrors()
    {
        var error = Second.ClassWise.Single(each => each.Labels == "raters");
        var cells = Second.Cells.Where(cell => cell.Labels == "raters").ToList();
        Assert.Equal(2, cells.Count);
        Assert.Equal(cells.Average(cell => cell[EvaluationNames.CalibrationError].Value!.Value), error.Mean.Value!.Value, 1e-12);
        Assert.Equal((2, cells.Sum(cell => cell.N), 10), (error.Findings, error.N, error.Bins));
    }

    [Fact]
    public void ClassWise_OfARun_IsATableForPrograms()
    {
        var rows = File.ReadAllLines(Path.Combine(run.Out, "tables/class_wise_ece.csv"));
        Assert.Equal("table,model,labels,findings,n,bins,bin_edges,policy,seeds,class_wise_ece,class_wise_ece_sd,undefined", rows[0]);

        // A table of one finding has no such mean, and the expert judges but one.
        var error = Assert.Single(Second.ClassWise);
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"table2,drains.densenet121,raters,2,{error.N},10,\"[low, high), the last [low, high]\",{Second.Policy},3,{error.Mean.Value},{error.StandardDeviation.Value},"),
            Assert.Single(rows[1..]));
    }

    [Fact]
    public void Curves_OfACell_RunFromCornerToCornerAndAgreeWithTheArea()
    {
        var cell = First.Cell("drains.densenet121", "raters", "Drain")!;
        Assert.Equal((1.0, 1.0), (cell.Roc[^1].X, cell.Roc[^1].Y));
        var area = cell.Roc.Zip(cell.Roc.Skip(1)).Sum(pair => (pair.Second.X - pair.First.X) * (pair.First.Y + pair.Second.Y) / 2);
        Assert.Equal(cell.Auc.Value!.Value, area, .03);
        Assert.Equal(3 * cell.N, cell.Calibration.Sum(bin => bin.Count));
        Assert.Equal((double)cell.Positives / cell.N, cell.PrecisionRecall[^1].Y, .2);
    }

    [Fact]
    public void PaperTable_OfModels_HasTheBestOfEachColumnInBold()
    {
        var table = PaperTable.Of(First);
        Assert.Equal(["Raters", "Expert", "Absent"], table.Columns);
        Assert.Equal(3, table.Rows.Count);
        for (var column = 0; column < 2; column++)
        {
            var best = Assert.Single(table.Rows, row => row.Cells[column].IsBest).Cells[column];
            Assert.Equal(table.Rows.Max(row => row.Cells[column].Cell!.Auc.Value), best.Cell!.Auc.Value);
        }

        Assert.Matches(@"^\d+\.\d \u00B1 \d+\.\d$", table.Rows[0].Cells[0].Text(" \u00B1 "));
        Assert.Equal("\u2013", table.Rows[0].Cells[2].Text(" \u00B1 "));
    }

    [Fact]
    public void PaperTable_OfFindings_HasTheBestOfEachRowInBold()
    {
        var table = PaperTable.Of(Second);
        Assert.Equal(["Drain", "Tube"], table.Rows.Select(row => row.Title));
        Assert.Single(table.Rows[0].Cells, cell => cell.IsBest);
        Assert.DoesNotContain(table.Rows[1].Cells, cell => cell.IsBest);
        Assert.Null(table.Rows[1].Cells[1].Cell);
    }

    [Fact]
    public void Latex_OfATable_PrintsWhatThePaperPrints()
    {
        var text = File.ReadAllText(Path.Combine(run.Out, "tables/evaluation.table1.tex"));
        Assert.Contains("\\caption{Table 1: drains. Synthetic data. AUC $\\times$ 100, mean $\\pm$ standard deviation over seeds (n - 1).", text, StringComparison.Ordinal);
        Assert.Contains("random initialisation", text, StringComparison.Ordinal);
        Assert.Contains("\\textbf{", text, StringComparison.Ordinal);
        Assert.Contains("Model & Raters & Expert & Absent \\\\", text, StringComparison.Ordinal);
        Assert.Contains("Beneath: interval over patients, and n (positives). 95\\% CI: bootstrap by patient", text, StringComparison.Ordinal);
        Assert.Contains("--\\textsuperscript{1}", text, StringComparison.Ordinal);
        Assert.Contains("\\textsuperscript{1} Absent is not to be had: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_OfATable_SaysBesideEachFigureWhatItRestsOn()
    {
        var lines = File.ReadAllLines(Path.Combine(run.Out, "tables/evaluation.table1.csv"));
        Assert.StartsWith(
            "group,row,Raters: AUC,Raters: SD over seeds,Raters: best,Raters: CI low,Raters: CI high,Raters: CI,Raters: n,Raters: positives,Raters: undefined,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",seeds,start,synthetic,policy", lines[0], StringComparison.Ordinal);
        Assert.Contains("Absent is not to be had: ", lines[1], StringComparison.Ordinal);
        Assert.Matches("\"0.95 bootstrap by patient, .*,3,random initialisation,1,uncertain=drop invalid=drop missing=drop$", lines[1]);
    }

    [Fact]
    public void Untried_OfCells_NamesWhatDoesNotJudgeAndWhatIsAbsent()
    {
        Assert.Equal("this finding is not judged by Expert", Assert.Single(Second.Untried).Undefined);
        Assert.All(First.Untried, cell => Assert.Equal("absent", cell.Labels));
        Assert.Equal("this finding is not judged by Expert", PaperTable.Of(Second).Rows[1].Cells[1].Undefined);
    }

    [Fact]
    public void Report_OfTrainedModels_NamesStartAndSyntheticDataInEveryTableOfThem()
    {
        var page = File.ReadAllText(Path.Combine(run.Out, ReportWriter.PageFile));
        Assert.Contains("AUC \u00D7 100, mean \u00B1 standard deviation over seeds (n - 1). Start: Drain detectors, DenseNet121, random initialisation;", page, StringComparison.Ordinal);
        Assert.Contains("Synthetic data.", page, StringComparison.Ordinal);
        Assert.Contains("all from random initialisation", page, StringComparison.Ordinal);
        foreach (var file in (string[])["films", "runs", "epochs", "evaluation", "evaluation_runs", "operating_points", "paired", "curves", "calibration", "evaluation.table1", "evaluation.table2"])
            Assert.True(File.Exists(Path.Combine(run.Out, $"tables/{file}.csv")), file);
    }

    [Fact]
    public void Claims_OfEvaluations_AreComputedInPercentAndWeighedByTheirSpread()
    {
        var mean = run.Results.Claims.Single(claim => claim.Id == "t1.mean");
        Assert.Equal(ClaimStatus.Differs, mean.Status);
        Assert.Equal(100 * First.Cell("drains.densenet121", "raters", "Drain")!.Auc.Value!.Value, mean.Computed!.Value, 1e-9);
        Assert.Equal("mean AUC (x 100) of DenseNet121 by Raters, Drain", mean.Subject);
        Assert.Matches("trained anew here, so equal digits are not to be expected; the difference is \\d+\\.\\d times the published SD over seeds", mean.Hint);
        var absent = run.Results.Claims.Single(claim => claim.Id == "t1.absent");
        Assert.Equal((ClaimStatus.NotComputable, true), (absent.Status, absent.Hint!.Contains("bsent.csv is absent", StringComparison.Ordinal)));
    }

    [Fact]
    public void ResultsJson_OfTraining_HasTheDocumentedMembers()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Out, "results.json")));
        var root = document.RootElement;
        Assert.Equal("s", root.GetProperty("splits")[0].GetProperty("name").GetString());
        Assert.True(root.GetProperty("splits")[0].GetProperty("disjoint").GetBoolean());
        Assert.Equal("done", root.GetProperty("training")[0].GetProperty("runs")[0].GetProperty("status").GetString());
        var cell = root.GetProperty("evaluation")[0].GetProperty("cells")[0];
        Assert.Equal(2, cell.GetProperty("statistics").GetProperty("auc").GetProperty("bootstrap_ci").GetArrayLength());
        Assert.True(cell.GetProperty("statistics").TryGetProperty("auc_sd", out _));
    }

    [Fact]
    public void Run_Again_MakesNothing()
    {
        var before = FileHash.Of(Path.Combine(run.Out, "results.json"));
        run.Again();
        Assert.Empty(run.Observer.Made);
        Assert.Equal(before, FileHash.Of(Path.Combine(run.Out, "results.json")));
    }

    [Fact]
    public void Table_OfASweepWithAFailedRun_IsUndefinedWithTheReason()
    {
        using var other = new EvaluationRun(new FakeTrainer { Fails = "densenet121.seed2" });
        var table = other.Results.Evaluations[0];
        Assert.Equal(
            "1 of 3 runs has no scores, and the others alone would be a choice (densenet121.seed2 failed: The loss is not a number.)",
            table.Models.Single(model => model.Name == "drains.densenet121").Unavailable);
        Assert.Null(table.Cell("drains.densenet121", "raters", "Drain"));
        Assert.NotNull(table.Cell("drains.resnet50", "raters", "Drain"));
    }
}
