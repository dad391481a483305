using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>Curves of one finding: a line a model against one label set, or a line a label set of one model.</summary>
internal sealed class CurvePanel : SvgFigure
{
    private const double Left = 38;
    private const double Top = 34;
    private const double Side = 240;

    private readonly CurveKind _kind;
    private readonly string _title;
    private readonly List<(string Name, EvaluationCell Cell)> _lines;
    private readonly Axis _x = new(0, 1, Left, Left + Side);
    private readonly Axis _y = new(0, 1, Top + Side, Top);

    private CurvePanel(CurveKind kind, string title, List<(string Name, EvaluationCell Cell)> lines) => (_kind, _title, _lines) = (kind, title, lines);

    /// <summary>The panels of an evaluation, those without a curve left out.</summary>
    public static IReadOnlyList<CurvePanel> Of(EvaluationResult result, CurveKind kind, Func<string, string> titleOf)
    {
        var areFindings = result.Rows == "findings";
        var groups = result.Cells.Where(cell => Has(cell, kind)).GroupBy(cell => areFindings ? (cell.Finding, cell.Model) : (cell.Finding, cell.Labels));
        return [.. groups.Select(group => new CurvePanel(kind, Title(group.Key), [.. group.Select(cell => (areFindings ? titleOf(cell.Labels) : EvaluationWords.Title(result, cell.Model), cell))]))];

        string Title((string Finding, string Of) key)
        {
            var of = areFindings ? EvaluationWords.Title(result, key.Of) : titleOf(key.Of);
            if (result.Findings.Count == 1) return of;
            return areFindings && result.Models.Count == 1 ? key.Finding : $"{key.Finding}, {of}";
        }
    }

    public static string Explain(CurveKind kind) => kind switch
    {
        CurveKind.Roc => "Sensitivity against false positive rate, averaged over seeds at each rate; the diagonal is chance.",
        CurveKind.PrecisionRecall => "Precision against recall, averaged over seeds at each recall; the dashed line is the prevalence, where a random order would lie. AP: average precision.",
        _ => "Share of positives against mean score, images of all seeds together, bin by bin; on the diagonal scores are probabilities. ECE: expected calibration error.",
    };

    public override double Width => Left + Side + 12;

    public override double Height => Top + Side + 34 + (_lines.Count * 16);

    public override string Name => $"{_kind switch { CurveKind.Roc => "ROC curve", CurveKind.PrecisionRecall => "Precision-recall curve", _ => "Calibration" }}: {_title}";

    public override string Description => string.Join("; ", _lines.Select(line => $"{line.Name}: {Number(line.Cell)}")) + ".";

    protected override void Draw(SvgCanvas canvas)
    {
        canvas.Label(0, 14, _title, Width, 13, "group-label");
        foreach (var tick in (ReadOnlySpan<double>)[0, .25, .5, .75, 1])
        {
            canvas.Line(_x[tick], _y.Start, _x[tick], _y.End, "grid");
            canvas.Line(_x.Start, _y[tick], _x.End, _y[tick], "grid");
            if (tick is 0 or .5 or 1)
            {
                canvas.Text(Left - 6, _y[tick] + 4, Numbers.Fixed(tick, 1), "tiny muted end");
                canvas.Text(_x[tick], _y.Start + 14, Numbers.Fixed(tick, 1), tick == 1 ? "tiny muted end" : "tiny muted middle");
            }
        }

        canvas.Text(_x[.25], _y.Start + 14, _kind switch { CurveKind.Roc => "false positive rate", CurveKind.PrecisionRecall => "recall", _ => "mean score" }, "tiny muted middle");
        canvas.Text(_x.Start, _y.End - 5, _kind switch { CurveKind.Roc => "sensitivity", CurveKind.PrecisionRecall => "precision", _ => "share positive" }, "tiny muted");
        if (_kind != CurveKind.PrecisionRecall) canvas.Line(_x[0], _y[0], _x[1], _y[1], "centre");
        else if (_lines[0].Cell is { N: > 0 } cell) canvas.Line(_x[0], _y[(double)cell.Positives / cell.N], _x[1], _y[(double)cell.Positives / cell.N], "centre");
        foreach (var (index, line) in _lines.Index())
        {
            canvas.Polyline(Points(line.Cell).Select(point => ((double, double)?)(_x[point.X], _y[point.Y])), $"run-line {Marker.Class(index)}");
            if (_kind == CurveKind.Calibration)
                foreach (var point in Points(line.Cell)) Marker.Draw(canvas, index, _x[point.X], _y[point.Y]);
            DrawKey(canvas, index, line);
        }
    }

    private static bool Has(EvaluationCell cell, CurveKind kind) => kind switch
    {
        CurveKind.Roc => cell.Roc.Count > 0,
        CurveKind.PrecisionRecall => cell.PrecisionRecall.Count > 0,
        _ => cell.Calibration.Any(bin => bin.Count > 0),
    };

    private IEnumerable<CurvePoint> Points(EvaluationCell cell) => _kind switch
    {
        CurveKind.Roc => cell.Roc,
        CurveKind.PrecisionRecall => cell.PrecisionRecall,
        _ => cell.Calibration.Where(bin => bin.Count > 0).Select(bin => new CurvePoint(bin.MeanScore!.Value, bin.Observed!.Value)),
    };

    private string Number(EvaluationCell cell) => _kind switch
    {
        CurveKind.Roc => Value("AUC", cell.Auc.Value),
        CurveKind.PrecisionRecall => Value("AP", cell[Core.Evaluation.EvaluationNames.AveragePrecision].Value),
        _ => Value("ECE", cell[Core.Evaluation.EvaluationNames.CalibrationError].Value),
    };

    private static string Value(string name, double? value) => value is { } known ? $"{name} {Numbers.Fixed(known, 2)}" : $"{name} undefined";

    private void DrawKey(SvgCanvas canvas, int index, (string Name, EvaluationCell Cell) line)
    {
        var y = _y.Start + 34 + (index * 16);
        canvas.Line(Left, y - 4, Left + 24, y - 4, $"run-line {Marker.Class(index)}");
        var number = Number(line.Cell);
        canvas.Label(Left + 30, y, line.Name, Side - 36 - TextFit.Width(number, 11), 12, "small");
        canvas.Text(_x.End, y, number, "small number muted end");
    }
}
