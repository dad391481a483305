using Neatx.Core.Training;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Report.Prose;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Report.Sections;

/// <summary>The runs of every sweep: from what they started, how far they are, and how loss and validation AUC went.</summary>
internal sealed class TrainingSection : IReportSection
{
    public string Id => "training";

    public string Title => "Training";

    public bool IsIn(RunResults results) => results.Sweeps.Count > 0;

    public void Write(Page page)
    {
        foreach (var sweep in page.Results.Sweeps) Write(page, sweep);
    }

    private static void Write(Page page, SweepResult sweep)
    {
        page.Heading(English.Capital(sweep.Title));
        if (sweep.Unavailable is { } reason)
        {
            page.Paragraph(English.Sentence($"not to be had here: {reason}"));
            return;
        }

        page.Paragraph(TrainingWords.Lead(sweep, page.TitleOf));
        var drawn = sweep.Runs.Where(run => run.Curve.Count > 1).GroupBy(run => run.Model, StringComparer.Ordinal).ToList();
        if (drawn.Count > 0)
        {
            page.Figure(
                [.. drawn.Select(model => new TrainingChart(model.Key, [.. model]))],
                $"Training, epoch by epoch: {sweep.Title}.",
                "Above: loss over the training images (solid) and the validation part (dotted); below: mean validation AUC. A line a run; the mark is the epoch that was kept.",
                DataFiles.Epochs);
        }

        page.Table($"Runs: {sweep.Title}.", Engine(sweep), DataFiles.Runs, new ReportTable<SweepRun>(Columns, sweep.Runs));
    }

    private static IReadOnlyList<Column<SweepRun>> Columns { get; } =
    [
        new("Run", run => run.Name) { Note = run => run.Reason },
        new("Start", run => run.Start) { Class = _ => "short" },
        new("Status", Status) { Class = run => run.Status == RunStatus.Failed ? "verdict differs" : "short" },
        new("Epochs", run => Numbers.Count(run.Epochs), Numeric: true),
        new("Kept epoch", run => Numbers.Count(run.BestEpoch), Numeric: true),
        new("Validation AUC", run => run.BestValidationAuc is { } auc ? Numbers.Fixed(auc, 3) : "\u2013", Numeric: true),
        new("Films refused", run => Numbers.Count(run.Refused), Numeric: true),
    ];

    private static string Status(SweepRun run) => run.Status switch
    {
        RunStatus.Done => "\u2713\u00A0done",
        RunStatus.Failed => "\u2260\u00A0failed",
        _ => $"\u25CB\u00A0{run.Status.ToString().ToLowerInvariant()}",
    };

    /// <summary>What computed, said once where all runs were computed alike.</summary>
    private static string Engine(SweepResult sweep)
    {
        var engines = sweep.Runs.Where(run => run.Engine.Count > 0).Select(run => string.Join(", ", run.Engine.Select(each => $"{each.Key} {each.Value}"))).Distinct(StringComparer.Ordinal).ToList();
        return engines.Count == 0 ? "" : English.Sentence($"computed by {string.Join("; or ", engines)}");
    }
}
