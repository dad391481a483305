using Neatx.Workspace.Agreement;
using Neatx.Workspace.Claims;

namespace Neatx.Workspace.Report.Prose;

/// <summary>The paragraph 'what was found': a sentence or two a stage, made from the numbers.</summary>
internal static class Abstract
{
    public static string Of(RunResults results)
    {
        var sentences = new[] { Catalog(results), Cohorts(results), Agreement(results), Raters(results), Claims(results.Claims), Problems(results) };
        var text = string.Join(" ", sentences.Where(sentence => sentence is not null));
        return text.Length > 0 ? text : "The protocol asked for nothing that could be computed here.";
    }

    private static string? Catalog(RunResults results)
    {
        var datasets = results.Tables
            .Where(table => table is { Kind: "dataset", Unavailable: null })
            .Select(table => $"{table.Title} holds {English.Size(table.Images, table.Patients)}")
            .ToList();
        var sets = results.LabelSets.Count(set => set.Unavailable is null);
        if (sets > 0) datasets.Add($"{English.Were(sets, "label set")} made from what was read");
        var absent = results.Tables.Where(table => table.Unavailable is not null).Select(table => table.Title).ToList();
        if (absent.Count > 0) datasets.Add($"{English.List(absent)} {English.Verb(absent.Count, "was", "were")} not available here");
        return datasets.Count == 0 ? null : English.Sentence(string.Join("; ", datasets));
    }

    private static string? Cohorts(RunResults results)
    {
        var counted = results.Cohorts
            .Where(flow => flow.Steps is [.., { Images: not null }])
            .Select(flow => $"the cohort \u2018{flow.Title}\u2019 holds {English.Size(flow.Steps[^1].Images!.Value, flow.Steps[^1].Patients)}")
            .ToList();
        return counted.Count == 0 ? null : English.Sentence(English.List(counted));
    }

    private static string? Agreement(RunResults results)
    {
        var cells = Cells(results, comparison => comparison.Ratings is null);
        if (cells.Count == 0) return null;
        var (low, high) = (cells[0], cells[^1]);
        if (cells.Count == 1) return $"Cohen\u2019s \u03BA is {Say(low)}.";
        var undefined = results.Comparisons.Where(comparison => comparison.Ratings is null).Sum(comparison => comparison.Figures.Count) - cells.Count;
        var rest = undefined == 0 ? "" : $"; {English.Number(undefined)} more {English.Verb(undefined, "is", "are")} undefined";
        return $"Over {English.Number(cells.Count, "comparison")} of label sets, Cohen\u2019s \u03BA has a median of "
            + $"{Numbers.Fixed(Median(cells), 2)}, from {Say(low)} to {Say(high)}{rest}.";
    }

    private static string? Raters(RunResults results)
    {
        var cells = Cells(results, comparison => comparison.Ratings is not null);
        var agreement = cells.Count switch
        {
            0 => null,
            1 => $"The raters agree with a \u03BA of {Say(cells[0])}.",
            _ => $"The raters agree best on {cells[^1].Figure.Finding} (\u03BA {Numbers.Fixed(cells[^1].Kappa, 2)}) "
                + $"and least on {cells[0].Figure.Finding} ({Numbers.Fixed(cells[0].Kappa, 2)}).",
        };
        var unequal = RaterWords.MostUnequal(results.Drift);
        return unequal is null ? agreement : $"{agreement} They call {unequal.Finding} unequally often: {RaterWords.Calls(unequal)}.".TrimStart();
    }

    private static string? Claims(IReadOnlyList<ClaimResult> claims)
    {
        if (claims.Count == 0) return null;
        var widest = claims.Where(claim => claim is { Status: ClaimStatus.Differs, Decimals: > 0 }).MaxBy(claim => Math.Abs(claim.Difference!.Value));
        var summary = ClaimWords.Summary(claims);
        if (widest is null) return summary;
        var (published, here) = (Numbers.Fixed(widest.Published, widest.Decimals), Numbers.Fixed(widest.Computed!.Value, widest.Decimals));
        var cause = string.IsNullOrWhiteSpace(widest.Hint) ? "" : $" {English.Sentence($"likely cause: {widest.Hint}")}";
        return $"{summary} The largest difference is that of {widest.Subject} ({widest.Source}): published {published}, here {here}.{cause}";
    }

    private static string? Problems(RunResults results)
    {
        var (aside, tables) = (results.Tables.Sum(table => table.ProblemRows), results.Tables.Count(table => table.ProblemRows > 0));
        if (aside == 0) return null;
        var rows = $"{English.Number(aside, "row")} of {English.Number(tables, "table")}";
        return English.Sentence($"{rows} could not be read as {English.Verb(aside, "it stands and was", "they stand and were")} set aside");
    }

    private static List<Cell> Cells(RunResults results, Func<ComparisonResult, bool> which) =>
        [.. from comparison in results.Comparisons.Where(which)
            from cell in ComparisonWords.Defined(comparison.Figures)
            orderby cell.Kappa
            select new Cell(comparison, cell.Figure, cell.Kappa)];

    private static string Say(Cell cell) =>
        $"{Numbers.Fixed(cell.Kappa, 2)} ({ComparisonWords.Cell(cell.Comparison, cell.Figure)}, {English.Count(cell.Figure.N, "image")})";

    private static double Median(List<Cell> sorted) => (sorted[(sorted.Count - 1) / 2].Kappa + sorted[sorted.Count / 2].Kappa) / 2;

    private sealed record Cell(ComparisonResult Comparison, AgreementFigure Figure, double Kappa);
}
