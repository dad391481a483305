using Neatx.Core.Agreement;
using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Report.Prose;

/// <summary>A comparison in a few sentences.</summary>
internal static class ComparisonWords
{
    public static string Lead(ComparisonResult comparison)
    {
        var unavailable = comparison.Pairs.Where(pair => pair.Unavailable is not null).ToList();
        var defined = Defined(comparison.Figures);
        var sentences = new List<string>();
        if (defined.Count > 0) sentences.Add(Range(comparison, defined));
        if (defined.Count > 1) sentences.Add(Bands(defined));
        var undefined = comparison.Figures.Count - defined.Count;
        var are = English.Verb(undefined, "is", "are");
        if (undefined > 0) sentences.Add(English.Sentence($"{English.Number(undefined, "kappa")} {are} undefined; the table says why"));
        foreach (var group in unavailable.GroupBy(pair => pair.Unavailable!, StringComparer.Ordinal))
        {
            var pairs = English.List([.. group.Select(Name)]);
            sentences.Add(English.Sentence($"not computable here: {pairs} ({group.Key.TrimEnd('.')})"));
        }

        return sentences.Count > 0 ? string.Join(" ", sentences) : "No pair shares a finding.";
    }

    /// <summary>The cells with a kappa.</summary>
    public static IReadOnlyList<(AgreementFigure Figure, double Kappa)> Defined(IEnumerable<AgreementFigure> figures) =>
        [.. from figure in figures
            let kappa = figure[AgreementNames.CohenKappa].Value
            where kappa is not null
            select (figure, kappa.Value)];

    /// <summary>The cells pair by pair, each in the order of the comparison's findings.</summary>
    public static IReadOnlyList<AgreementFigure> Ordered(ComparisonResult comparison)
    {
        var pairs = Places(comparison.Pairs.Select(pair => (pair.A, pair.B)));
        var findings = Places(comparison.Findings);
        return [.. comparison.Figures
            .OrderBy(figure => pairs.GetValueOrDefault((figure.A, figure.B), int.MaxValue))
            .ThenBy(figure => findings.GetValueOrDefault(figure.Finding, int.MaxValue))];
    }

    /// <summary>"Pneumonia, CXR14 and BBox".</summary>
    public static string Cell(ComparisonResult comparison, AgreementFigure figure) =>
        $"{figure.Finding}, {Pair(comparison, figure)}";

    /// <summary>The pair of a cell by its titles.</summary>
    public static string Pair(ComparisonResult comparison, AgreementFigure figure) =>
        comparison.Pairs.FirstOrDefault(pair => pair.A == figure.A && pair.B == figure.B) is { } pair ? Name(pair) : $"{figure.A} and {figure.B}";

    public static string Name(ComparedPair pair) => $"{pair.TitleA} and {pair.TitleB}";

    private static Dictionary<T, int> Places<T>(IEnumerable<T> items)
        where T : notnull
    {
        var places = new Dictionary<T, int>();
        foreach (var (place, item) in items.Index()) places.TryAdd(item, place);
        return places;
    }

    private static string Range(ComparisonResult comparison, IReadOnlyList<(AgreementFigure Figure, double Kappa)> defined)
    {
        var (low, high) = (defined.MinBy(cell => cell.Kappa), defined.MaxBy(cell => cell.Kappa));
        return defined.Count == 1
            ? $"Cohen\u2019s \u03BA is {Value(comparison, high)}."
            : $"Cohen\u2019s \u03BA runs from {Value(comparison, low)} to {Value(comparison, high)}.";
    }

    private static string Value(ComparisonResult comparison, (AgreementFigure Figure, double Kappa) cell) =>
        $"{Numbers.Fixed(cell.Kappa, 2)} ({Cell(comparison, cell.Figure)}; n\u202F=\u202F{Numbers.Count(cell.Figure.N)})";

    private static string Bands(IReadOnlyList<(AgreementFigure Figure, double Kappa)> defined)
    {
        Func<long, string> say = defined.Count < 10 ? English.Number : Numbers.Count;
        var bands = AgreementBand.LandisKoch.Reverse()
            .Select(band => (band.Name, Count: defined.Count(cell => AgreementBand.Of(cell.Kappa) == band)))
            .Where(band => band.Count > 0)
            .Select((band, index) => $"{say(band.Count)} {(index > 0 ? "" : English.Verb(band.Count, "is ", "are "))}{Wording(band.Name)}")
            .ToList();
        return bands.Count == 1
            ? $"All {English.Number(defined.Count)} are {Wording(AgreementBand.Of(defined[0].Kappa).Name)}."
            : $"Of {say(defined.Count)} kappas, {English.List(bands)}.";
    }

    private static string Wording(string band) => band == "none" ? "at or below zero" : band;
}
