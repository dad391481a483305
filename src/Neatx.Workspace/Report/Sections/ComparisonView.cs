using Neatx.Core.Agreement;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>One comparison: what it shows in a sentence, heatmap, intervals, and the tables behind them.</summary>
internal sealed class ComparisonView(ComparisonResult comparison)
{
    public void Write(Page page)
    {
        page.Heading(English.Capital(comparison.Title));
        page.Paragraph(ComparisonWords.Lead(comparison));
        foreach (var pair in comparison.Pairs.Where(pair => pair.Note is not null)) page.Paragraph($"{ComparisonWords.Name(pair)}: {pair.Note}");
        if (IsMap)
        {
            var note = $"Under the names: shared images. {Note()}";
            page.Figure([new Heatmap(comparison)], $"Cohen\u2019s \u03BA: {comparison.Title}.", note, Data);
        }

        if (comparison.Figures.Any(HasInterval))
        {
            var note = $"The strip on top: bands of Landis and Koch, from none to slight to almost perfect. {Note()}";
            page.Figure([new Forest(comparison)], $"Intervals of \u03BA: {comparison.Title}.", note, Data);
        }

        if (comparison.Figures.Count == 0) return;
        page.Table($"Cohen\u2019s \u03BA by finding and pair: {comparison.Title}.", Note(), Data, ByPair(comparison, Columns));
        PolicyTable.Write(page, comparison);
        StatisticsTables.Write(page, comparison);
        CrosstabTables.Write(page, comparison);
    }

    /// <summary>A table of the comparison's cells, pair by pair.</summary>
    public static ReportTable<AgreementFigure> ByPair(ComparisonResult comparison, IReadOnlyList<Column<AgreementFigure>> columns) =>
        new(columns, ComparisonWords.Ordered(comparison)) { Group = figure => ComparisonWords.Pair(comparison, figure) };

    private const string Data = DataFiles.Agreement;

    /// <summary>Two raters make one column, which the figure of intervals shows as well.</summary>
    private bool IsMap => comparison is { Findings.Count: > 0, Pairs.Count: > 0 } and not { Ratings: not null, Pairs.Count: 1 };

    private static bool HasInterval(AgreementFigure figure) => Kappa(figure) is { Ci: not null } or { BootstrapCi: not null };

    private static Statistic Kappa(AgreementFigure figure) => figure[AgreementNames.CohenKappa];

    private static IReadOnlyList<Column<AgreementFigure>> Columns { get; } =
    [
        new("Finding", figure => figure.Finding),
        new("n", figure => Numbers.Count(figure.N), Numeric: true),
        new("Patients", figure => Numbers.Count(figure.Patients), Numeric: true),
        new("Left out", figure => Numbers.Count(figure.Dropped), Numeric: true),
        new("\u03BA", figure => Kappa(figure).Value is { } kappa ? Numbers.Fixed(kappa, 3) : "undefined", Numeric: true)
        {
            Note = figure => Kappa(figure).Undefined,
        },
        new("SE", figure => Kappa(figure).StandardError is { } error ? Numbers.Fixed(error, 3) : "\u2013", Numeric: true),
        new("Analytic CI", figure => Bounds(Kappa(figure).Ci), Numeric: true),
        new("Bootstrap CI", figure => Bounds(Kappa(figure).BootstrapCi), Numeric: true),
        new("Band", figure => figure.Band ?? "\u2013") { Class = _ => "short" },
    ];

    private static string Bounds(Interval? interval) => interval is null ? "\u2013" : Numbers.Interval(interval, 3);

    /// <summary>The policy and the intervals' making, said once for all cells where they are the same.</summary>
    private string Note()
    {
        var policies = comparison.Figures.Select(figure => figure.Policy).Distinct(StringComparer.Ordinal).Select(PolicyWords.Say).ToList();
        var words = policies.Count == 0 ? "" : English.Sentence(English.List(policies));
        return $"{words} {IntervalWords.Say(comparison.Figures.Select(Kappa))}".Trim();
    }
}
