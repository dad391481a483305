using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Report;

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

    private static DriftResult Drift(FindingDrift[] findings) =>
        new() { Ratings = "absent", Title = "Drift", Policy = SampleComparisons.Dropped, Window = 100, Findings = findings };
}
