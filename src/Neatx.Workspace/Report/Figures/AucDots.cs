using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>Each mean AUC as a point with its seeds beside it and the interval over patients as a bar; grouped by label set and finding.</summary>
internal sealed class AucDots : SvgFigure
{
    private const double Chance = .5;
    private const double RowHeight = 22;
    private const double GroupHeight = 30;
    private const double Top = 34;
    private const double Plot = 320;

    private readonly EvaluationResult _result;
    private readonly List<(string Title, IReadOnlyList<(string Title, EvaluationCell Cell)> Rows)> _groups;
    private readonly Axis _axis;
    private readonly double _left;

    public AucDots(EvaluationResult result, Func<string, string> titleOf)
    {
        _result = result;
        _groups = result.Rows == "findings" ? [.. ByFinding(result, titleOf)] : [.. ByLabels(result, titleOf)];
        _left = Math.Min(220, Math.Ceiling(TextFit.Widest(_groups.SelectMany(group => group.Rows).Select(row => row.Title), 12)) + 14);
        var lowest = result.Cells.SelectMany(cell => cell.Runs.Select(run => run.Statistics[0].Value.Value).Append(EvaluationWords.Interval(cell.Auc)?.Low)).OfType<double>().DefaultIfEmpty(Chance).Min();
        _axis = new Axis(Math.Min(.4, Math.Floor(lowest * 10) / 10), 1, _left, _left + Plot);
    }

    public override double Width => _axis.End + 176;

    public override double Height => Top + _groups.Sum(group => GroupHeight + (group.Rows.Count * RowHeight)) + 30;

    public override string Name => $"AUC: {_result.Title}";

    public override string Description => string.Join("; ", _result.Cells.Where(cell => cell.Auc.Value is not null).Take(8).Select(cell =>
        $"{EvaluationWords.Title(_result, cell.Model)}, {cell.Finding}: {EvaluationWords.Say(cell)}")) + ".";

    /// <summary>A group a label set and finding, a row a model.</summary>
    private static IEnumerable<(string Title, IReadOnlyList<(string Title, EvaluationCell Cell)> Rows)> ByLabels(EvaluationResult result, Func<string, string> titleOf) =>
        from set in result.LabelSets
        from finding in result.Findings
        let cells = result.Cells.Where(cell => cell.Labels == set.Name && cell.Finding == finding).ToList()
        where cells.Count > 0
        let of = result.Findings.Count == 1 ? titleOf(set.Name) : $"{finding}, {titleOf(set.Name)}"
        select ($"{of} (n {Numbers.Count(cells[0].N)}, {Numbers.Count(cells[0].Positives)} positive)",
            (IReadOnlyList<(string, EvaluationCell)>)[.. cells.Select(cell => (EvaluationWords.Title(result, cell.Model), cell))]);

    /// <summary>A group a finding and model, a row a label set.</summary>
    private static IEnumerable<(string Title, IReadOnlyList<(string Title, EvaluationCell Cell)> Rows)> ByFinding(EvaluationResult result, Func<string, string> titleOf) =>
        from model in result.Models
        from finding in result.Findings
        let cells = result.Cells.Where(cell => cell.Model == model.Name && cell.Finding == finding).ToList()
        where cells.Count > 0
        select (result.Models.Count == 1 ? finding : $"{finding}, {model.Title}",
            (IReadOnlyList<(string, EvaluationCell)>)[.. cells.Select(cell => ($"{titleOf(cell.Labels)} ({Numbers.Count(cell.N)})", cell))]);

    protected override void Draw(SvgCanvas canvas)
    {
        for (var tick = (int)Math.Round(_axis.From * 10); tick <= 10; tick++) canvas.Text(_axis[tick / 10.0], Top - 12, Numbers.Fixed(tick / 10.0, 1), "tiny muted middle");
        canvas.Text(Width, Top - 12, "AUC \u00B1 SD, interval", "small muted end");
        var y = Top;
        foreach (var (title, rows) in _groups)
        {
            canvas.Label(0, y + 18, title, Width, 13, "group-label");
            canvas.Line(0, y + 24, Width, y + 24, "hairline");
            y += GroupHeight;
            var bottom = y + (rows.Count * RowHeight);
            for (var tick = (int)Math.Round(_axis.From * 10); tick <= 10; tick++)
                canvas.Line(_axis[tick / 10.0], y, _axis[tick / 10.0], bottom, tick == 5 ? "axis" : "grid");
            foreach (var (label, cell) in rows)
            {
                DrawRow(canvas, label, cell, y + (RowHeight / 2));
                y += RowHeight;
            }
        }

        canvas.Text(_axis[Chance] + 4, y + 16, "\u2191 chance", "tiny muted");
    }

    private void DrawRow(SvgCanvas canvas, string label, EvaluationCell cell, double y)
    {
        canvas.Label(0, y + 4, label, _left - 8, 12, "small");
        if (cell.Auc.Value is not { } mean)
        {
            using (canvas.Group(null, cell.Auc.Undefined)) canvas.Text(Width, y + 4, "undefined", "small muted end");
            return;
        }

        using (canvas.Group(null, $"{EvaluationWords.Title(_result, cell.Model)}: {EvaluationWords.Say(cell)}"))
        {
            if (EvaluationWords.Interval(cell.Auc) is { } interval)
            {
                canvas.Rect(_axis[interval.Low], y - 4, Math.Max(_axis[interval.High] - _axis[interval.Low], 1), 8, "bootstrap");
                canvas.Text(Width, y + 4, Numbers.Interval(interval, 2), "small number end");
            }

            if (cell.Runs.Count > 1)
                foreach (var run in cell.Runs)
                    if (run.Statistics[0].Value.Value is { } auc) canvas.Circle(_axis[auc], y + 6, 2.4, "point-open");
            canvas.Circle(_axis[mean], y, 3.5, "point");
        }

        var spread = cell.AucSpread.Value is { } sd ? $" \u00B1 {Numbers.Fixed(sd, 2)}" : "";
        canvas.Text(Width - 86, y + 4, $"{Numbers.Fixed(mean, 2)}{spread}", "small number strong end");
    }
}
