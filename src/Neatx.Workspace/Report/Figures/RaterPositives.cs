using Neatx.Workspace.Agreement;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>How many images each rater called positive, a row a finding: the line between the raters is as long as they differ.</summary>
internal sealed class RaterPositives : SvgFigure
{
    private const double RowHeight = 32;
    private const double Top = 46;
    private const double Plot = 300;

    private readonly DriftResult _drift;
    private readonly double _left;
    private readonly Axis _axis;
    private readonly double _step;

    public RaterPositives(DriftResult drift)
    {
        _drift = drift;
        _left = Math.Clamp(Math.Ceiling(TextFit.Widest(drift.Findings.Select(finding => finding.Finding), 13)) + 46, 90, 220);
        var most = drift.Findings.SelectMany(finding => finding.Raters).Select(rater => rater.Positive).DefaultIfEmpty(0).Max();
        _step = Math.Max(Axis.Step(Math.Max(most, 1), 6), 1);
        _axis = new Axis(0, Math.Max(Math.Ceiling(most / _step), 1) * _step, _left, _left + Plot);
    }

    public override double Width => _axis.End + 70;

    public override double Height => Top + (_drift.Findings.Count * RowHeight) + 26;

    public override string Name => $"Positive images by rater: {_drift.Title}";

    public override string Description => string.Join("; ", _drift.Findings.Select(finding =>
        $"{finding.Finding}: {English.List([.. finding.Raters.Select(rater => $"{Numbers.Count(rater.Positive)} by {rater.Rater}")])}")) + ".";

    protected override void Draw(SvgCanvas canvas)
    {
        var bottom = Top + (_drift.Findings.Count * RowHeight);
        for (var tick = 0.0; tick <= _axis.To; tick += _step)
        {
            canvas.Line(_axis[tick], Top - 4, _axis[tick], bottom, "grid");
            canvas.Text(_axis[tick], bottom + 14, Numbers.Count((long)tick), "tiny muted middle");
        }

        DrawKey(canvas);
        for (var row = 0; row < _drift.Findings.Count; row++) DrawRow(canvas, _drift.Findings[row], Top + ((row + 0.5) * RowHeight));
    }

    private void DrawKey(SvgCanvas canvas)
    {
        var x = _axis.Start;
        for (var index = 0; index < _drift.Findings[0].Raters.Count; index++)
        {
            var name = TextFit.Shorten(_drift.Findings[0].Raters[index].Rater, 130, 12);
            Marker.Draw(canvas, index, x + 5, 12);
            canvas.Text(x + 14, 16, name, "small");
            x += TextFit.Width(name, 12) + 32;
        }

        canvas.Text(_axis.End, 30, "images called positive", "tiny muted end");
    }

    private void DrawRow(SvgCanvas canvas, FindingDrift finding, double y)
    {
        var apart = RaterWords.IsUnequal(finding);
        var raters = finding.Raters.Index().OrderBy(entry => entry.Item.Positive).ToList();
        var (low, high) = (raters[0].Item.Positive, raters[^1].Item.Positive);
        canvas.Label(0, y + 4, finding.Finding, _left - 12, 13, apart ? "row-label strong" : "row-label");
        canvas.Line(_axis[low], y, _axis[high], y, apart ? "apart" : "stem");
        foreach (var (index, rater) in finding.Raters.Index()) Marker.Draw(canvas, index, _axis[rater.Positive], y);
        canvas.Text(_axis[low] - 10, y + 4, Numbers.Count(low), apart ? "row-label number strong end" : "small number end");
        if (raters.Count > 1) canvas.Text(_axis[high] + 10, y + 4, Numbers.Count(high), apart ? "row-label number strong" : "small number");
    }
}
