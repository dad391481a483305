using Neatx.Core.Agreement;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>
/// Each kappa as a point with its two intervals: the bar is the bootstrap over patients, the whiskers the analytic one.
/// Grouped by pair, rows in the order of the comparison.
/// </summary>
internal sealed class Forest : SvgFigure
{
    private const double RowHeight = 20;
    private const double GroupHeight = 30;
    private const double Top = 40;
    private const double Plot = 320;

    private readonly ComparisonResult _comparison;
    private readonly List<(string Title, IReadOnlyList<AgreementFigure> Rows)> _groups;
    private readonly Axis _axis;
    private readonly double _left;

    public Forest(ComparisonResult comparison)
    {
        _comparison = comparison;
        _groups = [.. ComparisonWords.Ordered(comparison)
            .GroupBy(figure => ComparisonWords.Pair(comparison, figure), StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<AgreementFigure>)[.. group]))];
        _left = Math.Min(190, Math.Ceiling(TextFit.Widest(comparison.Figures.Select(figure => figure.Finding), 12)) + 8);
        var lowest = comparison.Figures.Select(Kappa).SelectMany(kappa => new[] { kappa.Value, kappa.Ci?.Low, kappa.BootstrapCi?.Low }).Min() ?? 0;
        var from = Math.Clamp(Math.Floor(lowest * 5) / 5, -1, 0);
        _axis = new Axis(from, 1, _left + 76, _left + 76 + Plot);
    }

    public override double Width => _axis.End + 150;

    public override double Height => Top + _groups.Sum(group => GroupHeight + (group.Rows.Count * RowHeight)) + 34;

    public override string Name => $"Intervals of Cohen's kappa: {_comparison.Title}";

    public override string Description
    {
        get
        {
            var kappas = English.Count(_comparison.Figures.Count, "kappa");
            var drawn = _comparison.Figures.Where(figure => Shown(figure) is not null).OrderBy(figure => Shown(figure)!.HalfWidth).ToList();
            return drawn.Count == 0
                ? $"{kappas} without intervals."
                : $"{kappas} with intervals, grouped by pair. The widest is that of {Say(drawn[^1])}, the narrowest that of {Say(drawn[0])}.";
        }
    }

    protected override void Draw(SvgCanvas canvas)
    {
        DrawScale(canvas);
        var y = Top;
        foreach (var (title, rows) in _groups)
        {
            canvas.Label(0, y + 20, title, Width, 14, "group-label");
            canvas.Line(0, y + 26, Width, y + 26, "hairline");
            y += GroupHeight;
            DrawGrid(canvas, y, y + (rows.Count * RowHeight));
            foreach (var figure in rows)
            {
                DrawRow(canvas, figure, y + (RowHeight / 2));
                y += RowHeight;
            }
        }

        DrawKey(canvas, y + 22);
    }

    private static Statistic Kappa(AgreementFigure figure) => figure[AgreementNames.CohenKappa];

    private static Interval? Shown(AgreementFigure figure) => Kappa(figure).BootstrapCi ?? Kappa(figure).Ci;

    private string Say(AgreementFigure figure) => $"{ComparisonWords.Cell(_comparison, figure)}, {Numbers.Interval(Shown(figure)!, 2)}";

    private void DrawScale(SvgCanvas canvas)
    {
        for (var index = 1; index < KappaBand.All.Count; index++)
        {
            var (band, start) = (KappaBand.All[index], _axis[KappaBand.All[index - 1].UpTo]);
            using (canvas.Group($"band-{index}")) canvas.Rect(start, Top - 8, _axis[band.UpTo] - start, 5, "cell");
        }

        for (var tick = (int)Math.Round(_axis.From * 5); tick <= 5; tick++)
        {
            var x = _axis[tick / 5.0];
            canvas.Text(x, Top - 12, Numbers.Fixed(tick / 5.0, 1), "tiny middle");
        }

        canvas.Text(_left + 46, Top - 12, "n", "small muted end");
        canvas.Text(Width, Top - 12, "\u03BA and interval", "small muted end");
    }

    private void DrawGrid(SvgCanvas canvas, double top, double bottom)
    {
        for (var tick = (int)Math.Round(_axis.From * 5); tick <= 5; tick++)
        {
            var x = _axis[tick / 5.0];
            canvas.Line(x, top, x, bottom, tick == 0 ? "axis" : "grid");
        }
    }

    private void DrawRow(SvgCanvas canvas, AgreementFigure figure, double y)
    {
        var kappa = Kappa(figure);
        canvas.Label(0, y + 4, figure.Finding, _left, 12, "small");
        canvas.Text(_left + 46, y + 4, Numbers.Count(figure.N), "small number end");
        if (kappa.Value is not { } value)
        {
            using (canvas.Group(null, kappa.Undefined)) canvas.Text(Width, y + 4, "undefined", "small muted end");
            return;
        }

        if (kappa.BootstrapCi is { } bootstrap)
        {
            var (low, high) = (_axis[bootstrap.Low], _axis[bootstrap.High]);
            canvas.Rect(low, y - 3.5, Math.Max(high - low, 1), 7, "bootstrap");
        }

        if (kappa.Ci is { } analytic)
        {
            canvas.Line(_axis[analytic.Low], y, _axis[analytic.High], y, "whisker");
            canvas.Line(_axis[analytic.Low], y - 4, _axis[analytic.Low], y + 4, "whisker");
            canvas.Line(_axis[analytic.High], y - 4, _axis[analytic.High], y + 4, "whisker");
        }

        canvas.Circle(_axis[value], y, 3, "point");
        canvas.Text(Width - 104, y + 4, Numbers.Fixed(value, 2), "small number strong end");
        if (Shown(figure) is { } interval) canvas.Text(Width, y + 4, Numbers.Interval(interval, 2), "small number end");
    }

    private void DrawKey(SvgCanvas canvas, double y)
    {
        var x = _axis.Start;
        canvas.Rect(x, y - 7.5, 30, 7, "bootstrap");
        canvas.Text(x + 36, y, "bootstrap over patients", "small muted");
        x += 46 + TextFit.Width("bootstrap over patients", 11);
        canvas.Line(x, y - 4, x + 30, y - 4, "whisker");
        canvas.Line(x, y - 8, x, y, "whisker");
        canvas.Line(x + 30, y - 8, x + 30, y, "whisker");
        canvas.Text(x + 36, y, "analytic", "small muted");
    }
}
