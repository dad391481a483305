using Neatx.Core.Agreement;
using Neatx.Core.Evaluation;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Core.Training;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Images;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Report;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Tests.Report;

/// <summary>A run in which everything is there and nothing has content: no rows, no images, no pairs, no ratings, nothing defined.</summary>
internal static class BareResults
{
    private const string Reason = "there is nothing to compute from";

    public static RunResults Run { get; } = SampleResults.Empty with
    {
        Tables =
        [
            new TableSummary { Name = "none", Title = "None", Kind = "dataset" },
            new TableSummary { Name = "absent", Title = "Absent", Kind = "ratings", Unavailable = Reason, ProblemRows = 2 },
        ],
        Cohorts =
        [
            new CohortFlow("no_steps", "No steps", "none", []),
            new CohortFlow("empty", "Empty", "none", [new CohortCount("all", "All", 0, 0), new CohortCount("kept", "Kept", 0, null) { Removed = 0 }]),
        ],
        LabelSets =
        [
            new LabelSetSummary { Name = "none", Title = "None", Kind = "model", Provenance = "", Findings = [new StateCounts("Nothing", 0, 0, 0, 0, 0)] },
        ],
        Comparisons =
        [
            Comparison("no pairs", [], []),
            Comparison("nothing defined", [new ComparedPair("a", "A", "b", "B", 0)], [Figure("nothing defined")]),
            Comparison("raters", [new ComparedPair("a", "A", "b", "B", 0)], [Figure("raters")]) with { Ratings = "absent" },
        ],
        Drift =
        [
            Drift([]) with { Unavailable = Reason },
            Drift([]),
            Drift([FindingDrift.Of("Nobody judged", DriftReport.Of(["a", "b", "c", "d", "e"], [.. Enumerable.Repeat<LabelState[]>([LabelState.Missing], 5)], new DriftOptions()))]),
            Drift([FindingDrift.Of("One rater", DriftReport.Of(["a"], [[LabelState.Positive]], new DriftOptions()))]),
        ],
        Films =
        [
            new FilmsResult { Dataset = "none", Title = "None" },
            new FilmsResult { Dataset = "absent", Title = "Absent", Unavailable = Reason },
        ],
        Splits =
        [
            Split("none"),
            Split("absent") with { Unavailable = Reason },
            Split("folds") with { Folds = 3, Disjoint = true, Parts = [new("fold 1", 0, 0, 0, 0)], Balance = [new("sex", "F", "fold 1", 0, Statistic.None(Reason), Statistic.None(Reason), Statistic.None(Reason))] },
        ],
        Sweeps =
        [
            Sweep("none"),
            Sweep("absent") with { Unavailable = Reason },
            Sweep("not_begun") with { Models = ["small"], Runs = [Trained(RunStatus.Pending), Trained(RunStatus.Failed) with { Reason = Reason }, Trained(RunStatus.Running) with { Curve = [new(1, 0, null, null)] }, Trained(RunStatus.Interrupted) with { Curve = [new(1, 0, null, null), new(2, 0, null, null)] }] },
        ],
        Evaluations =
        [
            Evaluation("nothing"),
            Evaluation("no_model") with { Models = [new("m", "M", null, false, 0, Reason)], LabelSets = [new("none", "None", null)], Findings = ["Nothing"], Untried = [new("m", "none", "Nothing", Reason)] },
            Evaluation("undefined") with { Rows = "findings", Models = [new("m", "M", "w", false, 1, null)], LabelSets = [new("none", "None", null)], Findings = ["Nothing"], Cells = [Cell()] },
        ],
        Claims = [new ClaimResult { Id = "c", Source = "s", Subject = "t", Published = 0, Decimals = 0, Status = ClaimStatus.NotComputable }],
    };

    private static ComparisonResult Comparison(string name, ComparedPair[] pairs, AgreementFigure[] figures) =>
        new() { Name = name, Title = name, Pairs = pairs, Findings = ["Nothing"], Figures = figures };

    private static AgreementFigure Figure(string comparison) => new()
    {
        Comparison = comparison,
        A = "a",
        B = "b",
        Finding = "Nothing",
        Policy = SampleComparisons.Dropped,
        N = 0,
        Categories = [],
        Crosstab = [],
        Statistics = [new(AgreementNames.CohenKappa, Statistic.None(Reason))],
    };

    private static SplitResult Split(string name) => new() { Name = name, Title = name, Dataset = "none", Of = [], Seed = 0 };

    private static SweepResult Sweep(string name) => new() { Name = name, Title = name, Split = "none", Labels = [], Findings = ["Nothing"], Models = [], Recipe = "small", Variant = "torchvision" };

    private static SweepRun Trained(RunStatus status) => new() { Name = status.ToString(), Model = "small", Seed = 0, Start = "random initialisation", Status = status, Folder = "" };

    private static EvaluationResult Evaluation(string name) => new() { Name = name, Title = name, Policy = SampleComparisons.Dropped, Rows = "models", Parts = "test" };

    private static EvaluationCell Cell()
    {
        string[] names = [EvaluationNames.Auc, EvaluationNames.AveragePrecision, EvaluationNames.Brier, EvaluationNames.CalibrationError];
        return new()
        {
            Model = "m",
            Labels = "none",
            Finding = "Nothing",
            Statistics = [.. names.SelectMany(name => new KeyValuePair<string, Statistic>[] { new(name, Statistic.None(Reason)), new($"{name}_sd", Statistic.None(Reason)) })],
            Runs = [new EvaluatedRun { Seed = 0, Statistics = [.. names.Select(name => new KeyValuePair<string, Statistic>(name, Statistic.None(Reason)))] }],
        };
    }

    private static DriftResult Drift(FindingDrift[] findings) =>
        new() { Ratings = "absent", Title = "Drift", Policy = SampleComparisons.Dropped, Window = 100, Findings = findings };
}
