using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>One table of evaluations: as the paper prints it, then with intervals, curves and everything behind it.</summary>
internal sealed class EvaluationView(EvaluationResult result)
{
    public void Write(Page page)
    {
        page.Heading(English.Capital(result.Title));
        page.Paragraph(EvaluationWords.Lead(result));
        foreach (var (title, reason) in Absent()) page.Paragraph(English.Sentence($"{title} is not to be had here: {reason}"));
        if (result.Cells.Count == 0) return;
        foreach (var cell in result.Cells.Where(cell => cell.Warning is not null))
            page.Paragraph($"{EvaluationWords.Title(result, cell.Model)}, {cell.Finding} by {page.TitleOf(cell.Labels)}: {cell.Warning}", "warning");
        WritePaper(page);
        page.Figure(
            [new AucDots(result, page.TitleOf)],
            $"AUC with seeds and interval: {result.Title}.",
            $"Point: mean over seeds; open circles: the seeds; bar: {EvaluationWords.Intervals(result)} of the mean. {EvaluationWords.Starts(result)} {EvaluationWords.Methods(result)}",
            DataFiles.Evaluation);
        WriteCurves(page, CurveKind.Roc, "ROC curves", DataFiles.Curves);
        WriteCurves(page, CurveKind.PrecisionRecall, "Precision-recall curves", DataFiles.Curves);
        WriteCurves(page, CurveKind.Calibration, "Calibration", DataFiles.Calibration);
        page.Folded($"Statistics: {result.Title}.", $"Mean over seeds; SD is over seeds. DeLong intervals are over images, bootstrap intervals over patients where they are known. {EvaluationWords.Starts(result)}", DataFiles.Evaluation, ByLabels(page, Statistics));
        WriteOperatingPoints(page);
        WritePaired(page);
        WriteClassWise(page);
    }

    private IEnumerable<(string Title, string Reason)> Absent() =>
    [
        .. result.Models.Where(model => model.Unavailable is not null).Select(model => (model.Title, model.Unavailable!)),
        .. result.LabelSets.Where(set => set.Unavailable is not null).Select(set => (set.Title, set.Unavailable!)),
    ];

    private void WritePaper(Page page)
    {
        var table = PaperTable.Of(result);
        List<Column<PaperRow>> columns = [new(result.Rows == "findings" ? "Finding" : "Model", row => row.Title)];
        foreach (var (index, title) in table.Columns.Index())
        {
            columns.Add(new(title, row => row.Cells[index].Text(" \u00B1 "), Numeric: true)
            {
                Class = row => row.Cells[index].IsBest ? "own" : null,
                Note = row => Note(row, index),
            });
        }

        page.Table(
            $"{result.Title}.",
            $"{EvaluationWords.Note(result, isSaid: page.Results.Synthetic)} {EvaluationWords.Bold(result)} Beneath: {EvaluationWords.Intervals(result)}, and n (positives). {EvaluationWords.Methods(result)} LaTeX: {LatexTable.FileOf(result)}.",
            EvaluationFiles.PaperFile(result),
            new ReportTable<PaperRow>(columns, table.Rows) { Group = table.Rows.All(row => row.Group is null) ? null : row => row.Group! });
    }

    /// <summary>What is not to be had is told above the table, with its reason.</summary>
    private string? Note(PaperRow row, int column)
    {
        var cell = row.Cells[column];
        if (cell.Cell is { } tried) return cell.Undefined is { } reason ? $"undefined: {reason}; {EvaluationWords.Beneath(tried)}" : EvaluationWords.Beneath(tried);
        return row.Model.Unavailable is null && result.LabelSets[column].Unavailable is null ? cell.Undefined : "not to be had";
    }

    private void WriteCurves(Page page, CurveKind kind, string title, string data)
    {
        var panels = CurvePanel.Of(result, kind, page.TitleOf);
        if (panels.Count == 0) return;
        page.Figure(panels, $"{title}: {result.Title}.", $"{CurvePanel.Explain(kind)} {EvaluationWords.Starts(result)}", data);
    }

    private ReportTable<EvaluationCell> ByLabels(Page page, IReadOnlyList<Column<EvaluationCell>> columns) =>
        new(
            [new("Model", cell => EvaluationWords.Title(result, cell.Model)), .. columns],
            result.Cells.OrderBy(cell => Array.IndexOf([.. result.LabelSets.Select(set => set.Name)], cell.Labels)).ThenBy(cell => Array.IndexOf([.. result.Findings], cell.Finding)))
        {
            Group = cell => $"{page.TitleOf(cell.Labels)}: {cell.Finding}",
        };

    private static IReadOnlyList<Column<EvaluationCell>> Statistics { get; } =
    [
        new("n", cell => Numbers.Count(cell.N), Numeric: true),
        new("Positive", cell => Numbers.Count(cell.Positives), Numeric: true),
        new("Patients", cell => Numbers.Count(cell.Patients), Numeric: true),
        new("Left out", cell => Numbers.Count(cell.Dropped), Numeric: true),
        new("AUC", cell => Say(cell.Auc), Numeric: true) { Note = cell => cell.Auc.Undefined },
        new("SD", cell => Say(cell.AucSpread), Numeric: true),
        new("DeLong CI", cell => Bounds(cell.Auc.Ci), Numeric: true),
        new("Bootstrap CI", cell => Bounds(cell.Auc.BootstrapCi), Numeric: true) { Note = cell => cell.Auc.BootstrapUndefined },
        new("AP", cell => Say(cell[EvaluationNames.AveragePrecision]), Numeric: true),
        new("Brier", cell => Say(cell[EvaluationNames.Brier]), Numeric: true),
        new("ECE", cell => Say(cell[EvaluationNames.CalibrationError]), Numeric: true),
    ];

    private void WriteOperatingPoints(Page page)
    {
        var rows = (from cell in result.Cells from run in cell.Runs from point in run.OperatingPoints select (cell, run, point)).ToList();
        if (rows.Count == 0) return;
        page.Folded(
            $"Operating points: {result.Title}.",
            "Each threshold was chosen on the validation part by the labels that were learnt, and is judged here on other patients. Predictive values hold at the prevalence of these images.",
            DataFiles.OperatingPoints,
            new ReportTable<(EvaluationCell Cell, EvaluatedRun Run, ThresholdResult Point)>(
                [
                    new("Rule", row => row.Point.Rule.Replace(">=", "\u2265", StringComparison.Ordinal)) { Note = row => row.Point.Undefined },
                    new("Seed", row => Numbers.Plain(row.Run.Seed), Numeric: true),
                    new("Threshold", row => row.Point.Threshold is { } threshold ? Numbers.Fixed(threshold, 3) : "\u2013", Numeric: true),
                    new("Sensitivity", row => Say(row.Point.Sensitivity), Numeric: true) { Note = row => Wilson(row.Point.Sensitivity) },
                    new("Specificity", row => Say(row.Point.Specificity), Numeric: true) { Note = row => Wilson(row.Point.Specificity) },
                    new("PPV", row => Say(row.Point.Ppv), Numeric: true),
                    new("NPV", row => Say(row.Point.Npv), Numeric: true),
                ],
                rows)
            {
                Group = row => $"{EvaluationWords.Title(result, row.Cell.Model)}, {row.Cell.Finding} by {page.TitleOf(row.Cell.Labels)}",
            });
    }

    private void WritePaired(Page page)
    {
        if (result.Paired.Count == 0) return;
        page.Folded(
            $"Models against one another: {result.Title}.",
            "Mean AUC of the first minus that of the second, on the same images; z by DeLong, which takes images as independent: where patients have several, read the bootstrap interval. Not corrected for their number.",
            DataFiles.Paired,
            new ReportTable<PairedModels>(
                [
                    new("Models", pair => $"{EvaluationWords.Title(result, pair.A)} \u2212 {EvaluationWords.Title(result, pair.B)}") { Note = pair => pair.AucDifference.Undefined },
                    new("Difference", pair => pair.AucDifference.Value is { } value ? Numbers.Difference(value, 3) : "undefined", Numeric: true),
                    new("DeLong CI", pair => Bounds(pair.AucDifference.Ci), Numeric: true),
                    new("Bootstrap CI", pair => Bounds(pair.AucDifference.BootstrapCi), Numeric: true),
                    new("z", pair => pair.Z.Value is { } z ? Numbers.Fixed(z, 2) : "\u2013", Numeric: true),
                    new("p", pair => pair.Z.PValue is { } p ? Numbers.PValue(p) : "\u2013", Numeric: true),
                ],
                result.Paired)
            {
                Group = pair => $"{page.TitleOf(pair.Labels)}: {pair.Finding}",
            });
    }

    private void WriteClassWise(Page page)
    {
        if (result.ClassWise.Count == 0) return;
        page.Folded(
            $"Class-wise calibration error: {result.Title}.",
            $"The mean over findings of the expected calibration error, in {Numbers.Count(result.ClassWise[0].Bins)} bins of equal width, the last closed; mean and SD over seeds. "
                + "n adds the images with a decided label over the findings.",
            DataFiles.ClassWise,
            new ReportTable<ClassWiseError>(
                [
                    new("Model", error => EvaluationWords.Title(result, error.Model)),
                    new("Labels", error => page.TitleOf(error.Labels)),
                    new("Findings", error => Numbers.Count(error.Findings), Numeric: true),
                    new("n", error => Numbers.Count(error.N), Numeric: true),
                    new("Error", error => Say(error.Mean), Numeric: true) { Note = error => error.Mean.Undefined },
                    new("SD", error => Say(error.StandardDeviation), Numeric: true),
                ],
                result.ClassWise));
    }

    private static string Say(Statistic statistic) => statistic.Value is { } value ? Numbers.Fixed(value, 3) : "\u2013";

    private static string Bounds(Interval? interval) => interval is null ? "\u2013" : Numbers.Interval(interval, 3);

    private static string? Wilson(Statistic statistic) => statistic.Ci is { } interval ? Numbers.Interval(interval, 2) : null;
}
