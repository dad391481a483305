using Neatx.Core.Agreement;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>
/// One finding over the order of rating: above the running positive rate of each rater within its control limits, below the running kappa of
/// each pair.
/// </summary>
internal sealed class RunningChart : SvgFigure
{
    /// <summary>A line is thinned to at most twice as many points; the lowest and highest of each stretch stay.</summary>
    private const int Stretches = 300;

    private const double Left = 40;
    private const double RateTop = 44;
    private const double RateBottom = 160;
    private const double KappaTop = 188;
    private const double KappaBottom = 256;

    private readonly FindingDrift _finding;
    private readonly Axis _time;
    private readonly Axis _rate;
    private readonly Axis _kappa;

    public RunningChart(FindingDrift finding, double width = 440)
    {
        (_finding, Width) = (finding, width);
        var points = finding.Raters.SelectMany(rater => rater.RateChart.Points).ToList();
        var last = points.Select(point => point.Item).DefaultIfEmpty(0).Max() + 1;
        var most = points.Select(point => Math.Max(point.Value, point.High)).DefaultIfEmpty(0).Max();
        var names = TextFit.Widest(finding.Raters.Select(rater => rater.Rater), 11) + 12;
        _time = new Axis(0, last, Left, width - Math.Clamp(names, 60, 120));
        _rate = new Axis(0, Math.Min(Math.Ceiling(Math.Max(most, 0.01) * 10) / 10, 1), RateBottom, RateTop);
        var kappas = finding.Pairs.SelectMany(pair => pair.KappaChart.Points);
        var lowest = kappas.Select(point => Math.Min(point.Value, point.Low)).DefaultIfEmpty(0).Min();
        _kappa = new Axis(Math.Min(Math.Floor(lowest * 5) / 5, 0), 1, KappaBottom, KappaTop);
    }

    public override double Width { get; }

    public override double Height => 292;

    public override string Name => $"{_finding.Finding} over the order of rating";

    public override string Description => string.Join(" ", _finding.Raters.Select(RaterWords.Watch).Concat(_finding.Pairs.Select(RaterWords.Watch)));

    protected override void Draw(SvgCanvas canvas)
    {
        canvas.Label(0, 14, _finding.Finding, Width / 2, 13, "group-label");
        var look = RaterWords.IsUnequal(_finding) ? "small number strong alert end" : "small number muted end";
        canvas.Text(Width, 14, $"{RaterWords.Against(_finding)} positive", look);
        DrawFrame(canvas, _rate, "positive rate", value => Numbers.Percent(value, 0));
        DrawFrame(canvas, _kappa, "\u03BA", value => Numbers.Fixed(value, 1));
        DrawTime(canvas);
        if (_finding.Raters.FirstOrDefault(rater => rater.RateChart.Points.Count > 0) is { } any) DrawLimits(canvas, any.RateChart, _rate);
        if (_finding.Pairs is [{ KappaChart: { Points.Count: > 0 } only }]) DrawLimits(canvas, only, _kappa);
        foreach (var pair in _finding.Pairs) DrawLine(canvas, pair.KappaChart, _kappa, "kappa-line");
        foreach (var (index, rater) in _finding.Raters.Index()) DrawLine(canvas, rater.RateChart, _rate, $"run-line {Marker.Class(index)}");
        DrawNames(canvas);
    }

    private void DrawFrame(SvgCanvas canvas, Axis axis, string name, Func<double, string> say)
    {
        foreach (var value in (ReadOnlySpan<double>)[axis.From, (axis.From + axis.To) / 2, axis.To])
        {
            canvas.Line(_time.Start, axis[value], _time.End, axis[value], "grid");
            canvas.Text(Left - 6, axis[value] + 4, say(value), "tiny muted end");
        }

        canvas.Text(_time.Start, axis.End - 6, name, "tiny muted");
    }

    private void DrawTime(SvgCanvas canvas)
    {
        var step = Math.Max(Axis.Step(_time.To, 5), 1);
        for (var tick = 0.0; tick <= _time.To; tick += step)
            canvas.Text(_time[tick], KappaBottom + 16, Numbers.Count((long)tick), "tiny muted middle");
        canvas.Text(_time.End, KappaBottom + 32, "images in the order of rating", "tiny muted end");
    }

    private void DrawLimits(SvgCanvas canvas, WatchChart chart, Axis axis)
    {
        var high = Corners([.. chart.Points.Select(point => At(point.Item, point.High))]);
        var low = Corners([.. chart.Points.Select(point => At(point.Item, point.Low))]);
        canvas.Area(high.Concat(low.Reverse()), "limits");
        if (chart.Centre is { } centre) canvas.Line(_time[chart.Points[0].Item], axis[centre], _time[chart.Points[^1].Item], axis[centre], "centre");

        (double X, double Y) At(int item, double value) => (_time[item], axis[value]);
    }

    /// <summary>Only the points where a line turns: constant limits need two.</summary>
    private static IEnumerable<(double X, double Y)> Corners(List<(double X, double Y)> points) =>
        points.Where((point, index) => index == 0 || index == points.Count - 1 || points[index - 1].Y != point.Y || points[index + 1].Y != point.Y);

    private void DrawLine(SvgCanvas canvas, WatchChart chart, Axis axis, string cssClass) =>
        canvas.Polyline(Thin(chart.Points).Select(point => ((double, double)?)(_time[point.Item], axis[point.Value])), cssClass);

    private static IEnumerable<ControlPoint> Thin(IReadOnlyList<ControlPoint> points)
    {
        if (points.Count <= 2 * Stretches) return points;
        return points.Chunk((points.Count + Stretches - 1) / Stretches)
            .SelectMany(stretch => new[] { stretch.MinBy(point => point.Value)!, stretch.MaxBy(point => point.Value)! })
            .DistinctBy(point => point.Item)
            .OrderBy(point => point.Item);
    }

    /// <summary>Each rater's name stands at the end of its line, moved down where names would meet.</summary>
    private void DrawNames(SvgCanvas canvas)
    {
        var free = RateTop;
        var ends = _finding.Raters.Index()
            .Where(entry => entry.Item.RateChart.Points.Count > 0)
            .Select(entry => (entry.Index, Rater: entry.Item, entry.Item.RateChart.Points[^1].Value))
            .OrderByDescending(entry => entry.Value);
        foreach (var (index, rater, value) in ends)
        {
            var y = Math.Max(_rate[value] + 4, free);
            canvas.Label(_time.End + 6, y, rater.Rater, Width - _time.End - 8, 11, $"run-name {Marker.Class(index)}");
            free = y + 13;
        }
    }
}
