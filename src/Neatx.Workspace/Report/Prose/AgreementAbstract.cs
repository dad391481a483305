using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Report.Prose;

/// <summary>What the comparisons of a run come to, in a sentence for label sets and one for raters.</summary>
internal static class AgreementAbstract
{
    /// <summary>Further comparisons are left to their own sections.</summary>
    private const int MostComparisons = 2;

    /// <summary>The first comparisons of label sets, one after another; null when none has a defined kappa.</summary>
    public static string? Sets(RunResults results)
    {
        var comparisons = results.Comparisons.Where(comparison => comparison.Ratings is null).ToList();
        var defined = comparisons.Where(comparison => Cells(comparison).Any()).Take(MostComparisons).ToList();
        if (defined.Count == 0) return null;
        var clauses = defined.Select((comparison, place) => $"in \u2018{comparison.Title}\u2019 {(place == 0 ? "Cohen\u2019s \u03BA" : "it")} {Predicate(comparison)}");
        var undefined = comparisons.Sum(comparison => comparison.Figures.Count - ComparisonWords.Defined(comparison.Figures).Count);
        var rest = undefined == 0 ? "" : English.Sentence($"{English.Number(undefined, "kappa")} {English.Verb(undefined, "is", "are")} undefined");
        return $"{English.Sentence(string.Join("; ", clauses))} {rest}".TrimEnd();
    }

    /// <summary>Where the raters of the first table agree best and least, and what raters call unequally often; null when no raters were compared.</summary>
    public static string? Raters(RunResults results)
    {
        var first = results.Comparisons.FirstOrDefault(comparison => comparison.Ratings is not null && Cells(comparison).Any());
        var cells = first is null ? [] : Cells(first).OrderBy(cell => cell.Kappa).ToList();
        var samePair = cells.DistinctBy(cell => (cell.Figure.A, cell.Figure.B)).Count() == 1;
        var agreement = cells.Count switch
        {
            0 => null,
            1 => $"The raters agree with a \u03BA of {Say(cells[0])}.",
            _ when samePair => $"The raters agree best on {cells[^1].Figure.Finding} (\u03BA {Value(cells[^1])}) and least on "
                + $"{cells[0].Figure.Finding} ({Value(cells[0])}).",
            _ => $"Between raters \u03BA runs from {Say(cells[0])} to {Say(cells[^1])}.",
        };
        var unequal = RaterWords.MostUnequal(results.Drift);
        var calls = unequal is null ? null : $"Raters call {unequal.Finding} unequally often: {RaterWords.Calls(unequal)}.";
        return string.Join(" ", new[] { agreement, calls }.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    private static string Predicate(ComparisonResult comparison)
    {
        var cells = Cells(comparison).OrderBy(cell => cell.Kappa).ToList();
        if (cells.Count == 1) return $"is {Say(cells[0])}";
        if (Value(cells[0]) == Value(cells[^1])) return $"is {Value(cells[0])} throughout";
        var median = cells.Count < 5 ? "" : $"has a median of {Numbers.Fixed(Median(cells), 2)} over {Numbers.Count(cells.Count)} figures and ";
        return $"{median}runs from {Say(cells[0])} to {Say(cells[^1])}";
    }

    private static IEnumerable<Cell> Cells(ComparisonResult comparison) =>
        ComparisonWords.Defined(comparison.Figures).Select(cell => new Cell(comparison, cell.Figure, cell.Kappa));

    private static string Value(Cell cell) => Numbers.Fixed(cell.Kappa, 2);

    private static string Say(Cell cell) => $"{Value(cell)} ({ComparisonWords.Cell(cell.Comparison, cell.Figure)}, {English.Count(cell.Figure.N, "image")})";

    private static double Median(List<Cell> sorted) => (sorted[(sorted.Count - 1) / 2].Kappa + sorted[sorted.Count / 2].Kappa) / 2;

    private sealed record Cell(ComparisonResult Comparison, AgreementFigure Figure, double Kappa);
}
