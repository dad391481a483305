using Neatx.Core.Agreement;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>
/// Cohen's kappa of every pair (columns) and finding (rows), as in Fig. 3 and Fig. 4 of the paper: a cell's shade is its Landis-Koch band,
/// its text the kappa and the interval. Undefined cells are hatched; where a pair shares no finding there is no cell.
/// </summary>
internal sealed class Heatmap : SvgFigure
{
    private const double LeastRow = 42;
    private const double LabelLine = 15;
    private const double Gap = 2;

    /// <summary>So narrow that a phone shows the whole legend while the cells scroll.</summary>
    private const double LegendWidth = 428;

    private const double NameLine = 14;

    private readonly ComparisonResult _comparison;
    private readonly ILookup<(string A, string B, string Finding), AgreementFigure> _cells;
    private readonly IReadOnlyList<IReadOnlyList<string>> _heads;
    private readonly IReadOnlyList<IReadOnlyList<string>> _labels;
    private readonly BandLegend _legend;
    private readonly double _columnWidth;
    private readonly double _left;
    private readonly double _top;

    /// <summary>The top of each row, and at the end the bottom of the last.</summary>
    private readonly List<double> _rows;

    public Heatmap(ComparisonResult comparison)
    {
        _comparison = comparison;
        _cells = comparison.Figures.ToLookup(figure => (figure.A, figure.B, figure.Finding));
        _columnWidth = comparison.Pairs.Count <= 6 ? 104 : 88;
        _heads = [.. comparison.Pairs.Select(Head)];
        _labels = [.. comparison.Findings.Select(finding => TextFit.Wrap(finding, 150, 13))];
        _left = Math.Ceiling(TextFit.Widest(_labels.SelectMany(lines => lines), 13)) + 14;
        _top = (_heads.Select(lines => lines.Count).DefaultIfEmpty(0).Max() * NameLine) + 26;
        _rows = [_top];
        foreach (var lines in _labels) _rows.Add(_rows[^1] + Math.Max(LeastRow, (lines.Count * LabelLine) + 8));
        Width = Math.Max(_left + (comparison.Pairs.Count * _columnWidth), 480);
        var hatched = comparison.Figures.Any(figure => Kappa(figure).Value is null) || comparison.Pairs.Any(pair => pair.Unavailable is not null);
        var empty = comparison.Pairs.Where(pair => pair.Unavailable is null)
            .Any(pair => comparison.Findings.Any(finding => !_cells.Contains((pair.A, pair.B, finding))));
        _legend = new BandLegend(LegendWidth, hatched, empty);
    }

    public override double Width { get; }

    public override double Height => _rows[^1] + 16 + _legend.Height;

    public override string Name => $"Heatmap of Cohen's kappa: {_comparison.Title}";

    public override string Description
    {
        get
        {
            var defined = _comparison.Figures.Where(figure => Kappa(figure).Value is not null).ToList();
            var size = $"{English.Count(_comparison.Findings.Count, "finding")} by {English.Count(_comparison.Pairs.Count, "pair")}.";
            if (defined.Count == 0) return $"{size} No cell has a defined kappa.";
            var (low, high) = (defined.MinBy(figure => Kappa(figure).Value)!, defined.MaxBy(figure => Kappa(figure).Value)!);
            return $"{size} Kappa runs from {Say(low)} to {Say(high)}. {Bands(defined)}{Undefined()}";
        }
    }

    protected override void Draw(SvgCanvas canvas)
    {
        canvas.DefineHatch();
        DrawHeads(canvas);
        for (var row = 0; row < _comparison.Findings.Count; row++)
        {
            var (lines, top, height) = (_labels[row], _rows[row], _rows[row + 1] - _rows[row]);
            canvas.Lines(_left - 10, top + ((height - ((lines.Count - 1) * LabelLine)) / 2) + 3.5, LabelLine, lines, "row-label end");
            for (var column = 0; column < _comparison.Pairs.Count; column++)
                DrawCell(canvas, _comparison.Pairs[column], _comparison.Findings[row], _left + (column * _columnWidth), top, height - Gap);
        }

        _legend.Draw(canvas, 0, _rows[^1] + 16);
    }

    private static Statistic Kappa(AgreementFigure figure) => figure[AgreementNames.CohenKappa];

    private string Say(AgreementFigure figure) => $"{Numbers.Fixed(Kappa(figure).Value!.Value, 2)} ({ComparisonWords.Cell(_comparison, figure)})";

    private static string Bands(IReadOnlyList<AgreementFigure> defined)
    {
        var counts = defined.CountBy(figure => KappaBand.Of(Kappa(figure).Value!.Value)).OrderByDescending(entry => entry.Key.Shade);
        return $"By band: {English.List([.. counts.Select(entry => $"{Numbers.Count(entry.Value)} {entry.Key.Name}")])}.";
    }

    private string Undefined()
    {
        var undefined = _comparison.Figures.Where(figure => Kappa(figure).Value is null).ToList();
        if (undefined.Count == 0) return "";
        return $" Undefined: {string.Join("; ", undefined.Select(figure => ComparisonWords.Cell(_comparison, figure)))}.";
    }

    private IReadOnlyList<string> Head(ComparedPair pair)
    {
        var (a, b) = (TextFit.Wrap(pair.TitleA, _columnWidth - 16, 12, bold: true), TextFit.Wrap(pair.TitleB, _columnWidth - 10, 12, bold: true));
        return [.. a.Take(a.Count - 1), a[^1] + "\u202F\u2013", .. b];
    }

    private void DrawHeads(SvgCanvas canvas)
    {
        for (var column = 0; column < _comparison.Pairs.Count; column++)
        {
            var (pair, lines) = (_comparison.Pairs[column], _heads[column]);
            var middle = _left + (column * _columnWidth) + (_columnWidth / 2);
            canvas.Lines(middle, _top - 24 - ((lines.Count - 1) * NameLine), NameLine, lines, "column-head middle");
            canvas.Text(middle, _top - 8, Size(pair), "small muted middle");
        }
    }

    private static string Size(ComparedPair pair) => pair switch
    {
        { SharedImages: { } shared } => $"n\u202F=\u202F{Numbers.Count(shared)}",
        { Unavailable: not null } => "not here",
        { Note: not null } => "published crosstabs",
        _ => "n unknown",
    };

    private void DrawCell(SvgCanvas canvas, ComparedPair pair, string finding, double x, double y, double height)
    {
        var width = _columnWidth - Gap;
        var (middle, centre) = (x + (width / 2), y + (height / 2));
        var figure = _cells[(pair.A, pair.B, finding)].FirstOrDefault();
        var reason = figure is null ? pair.Unavailable : Kappa(figure).Undefined;
        if (reason is not null)
        {
            using (canvas.Group(null, $"{finding}, {pair.TitleA} and {pair.TitleB}: undefined, {reason}"))
            {
                canvas.HatchedRect(x, y, width, height);
                canvas.Rect(middle - 32, centre - 8, 64, 16, "plate", 2);
                canvas.Text(middle, centre + 4, figure is null ? "not here" : "undefined", "small middle");
            }
        }
        else if (figure is null)
        {
            canvas.Circle(middle, centre, 1, "nothing");
        }
        else
        {
            DrawKappa(canvas, pair, figure, x, y, height);
        }
    }

    private void DrawKappa(SvgCanvas canvas, ComparedPair pair, AgreementFigure figure, double x, double y, double height)
    {
        var (statistic, middle) = (Kappa(figure), x + ((_columnWidth - Gap) / 2));
        var (kappa, interval) = (statistic.Value!.Value, statistic.BootstrapCi ?? statistic.Ci);
        var band = KappaBand.Of(kappa);
        var bounds = interval is null ? "no interval" : Numbers.Interval(interval, 2);
        var whole = $"kappa {Numbers.Fixed(kappa, 3)} {bounds}, n {Numbers.Count(figure.N)}, {band.Name}";
        using (canvas.Group($"band-{Numbers.Plain(band.Shade)}", $"{figure.Finding}, {ComparisonWords.Name(pair)}: {whole}"))
        {
            canvas.Rect(x, y, _columnWidth - Gap, height, "cell");
            canvas.Text(middle, y + (height / 2) - 2, Numbers.Fixed(kappa, 2), "cell-value middle");
            canvas.Text(middle, y + (height / 2) + 12, bounds, "cell-interval middle");
        }
    }
}
