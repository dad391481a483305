using Neatx.Workspace.Protocol.Language;
using Neatx.Workspace.Report.Prose;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Report.Figures;

/// <summary>The runs of one model epoch by epoch: loss above, mean validation AUC below.</summary>
internal sealed class TrainingChart : SvgFigure
{
    private const double Left = 40;
    private const double LossTop = 40;
    private const double LossBottom = 140;
    private const double AucTop = 172;
    private const double AucBottom = 252;
    private const double Right = 428;

    private readonly string _title;
    private readonly IReadOnlyList<SweepRun> _runs;
    private readonly Axis _epochs;
    private readonly Axis _loss;
    private readonly Axis _auc;

    public TrainingChart(string model, IReadOnlyList<SweepRun> runs)
    {
        (_title, _runs) = (ModelWords.Title(ModelWords.Model(model)), runs);
        var points = runs.SelectMany(run => run.Curve).ToList();
        _epochs = new Axis(1, Math.Max(2, points.Max(point => point.Epoch)), Left, Right);
        var highest = points.Select(point => point.TrainLoss).Where(double.IsFinite).DefaultIfEmpty(1).Max();

        // A validation loss that shoots up must not flatten everything else; it leaves the frame.
        highest = Math.Max(highest, Math.Min(2 * highest, points.Select(point => point.ValidationLoss ?? 0).Where(double.IsFinite).DefaultIfEmpty(0).Max()));
        var step = Axis.Step(Math.Max(highest, 1e-6), 4);
        _loss = new Axis(0, Math.Ceiling(Math.Max(highest, 1e-6) / step) * step, LossBottom, LossTop);
        var lowest = points.Select(point => point.ValidationAuc ?? 1).DefaultIfEmpty(.5).Min();
        _auc = new Axis(Math.Min(.5, Math.Floor(lowest * 10) / 10), 1, AucBottom, AucTop);
    }

    public override double Width => 440;

    public override double Height => 288;

    public override string Name => $"Training of {_title}";

    public override string Description => string.Join("; ", _runs.Select(run => run.BestValidationAuc is { } auc
        ? $"{run.Name}: validation AUC {Numbers.Fixed(auc, 2)} at epoch {Numbers.Count(run.BestEpoch)}"
        : $"{run.Name}: loss {Numbers.Fixed(run.Curve[^1].TrainLoss, 3)} at epoch {Numbers.Count(run.Curve[^1].Epoch)}")) + ".";

    protected override void Draw(SvgCanvas canvas)
    {
        canvas.Label(0, 14, _title, Width, 13, "group-label");
        DrawFrame(canvas, _loss, "loss", 2);
        DrawFrame(canvas, _auc, "validation AUC", 2);
        var step = Math.Max(1, Axis.Step(_epochs.To, 6));
        for (var tick = step; tick <= _epochs.To; tick += step) canvas.Text(_epochs[tick], AucBottom + 14, Numbers.Count((long)tick), "tiny muted middle");
        canvas.Text(Right, AucBottom + 30, "epoch", "tiny muted end");
        foreach (var (index, run) in _runs.Index())
        {
            Line(canvas, run, point => point.TrainLoss, _loss, $"run-line {Marker.Class(index)}");
            Line(canvas, run, point => point.ValidationLoss, _loss, "validation-line");
            Line(canvas, run, point => point.ValidationAuc, _auc, $"run-line {Marker.Class(index)}");
            if (run is { BestEpoch: { } best, BestValidationAuc: { } auc })
                using (canvas.Group(null, $"{run.Name}: {Numbers.Fixed(auc, 3)} at epoch {Numbers.Count(best)}")) Marker.Draw(canvas, index, _epochs[best], _auc[auc]);
        }

        DrawKey(canvas);
    }

    private static void DrawFrame(SvgCanvas canvas, Axis axis, string name, int digits)
    {
        foreach (var value in (ReadOnlySpan<double>)[axis.From, (axis.From + axis.To) / 2, axis.To])
        {
            canvas.Line(Left, axis[value], Right, axis[value], "grid");
            canvas.Text(Left - 6, axis[value] + 4, Numbers.Fixed(value, digits), "tiny muted end");
        }

        canvas.Text(Left, axis.End - 6, name, "tiny muted");
    }

    private void Line(SvgCanvas canvas, SweepRun run, Func<EpochPoint, double?> of, Axis axis, string cssClass) =>
        canvas.Polyline(run.Curve.Select(point => of(point) is { } value && double.IsFinite(value) ? ((double, double)?)(_epochs[point.Epoch], axis[value]) : null), cssClass);

    private void DrawKey(SvgCanvas canvas)
    {
        var x = Left;
        foreach (var (index, run) in _runs.Take(6).Index())
        {
            var name = run.Fold is null ? $"seed {Numbers.Plain(run.Seed)}" : $"seed {Numbers.Plain(run.Seed)}, fold {Numbers.Plain(run.Fold.Value)}";
            canvas.Line(x, AucBottom + 26, x + 18, AucBottom + 26, $"run-line {Marker.Class(index)}");
            canvas.Text(x + 22, AucBottom + 30, name, "tiny muted");
            x += 34 + TextFit.Width(name, 10.5);
        }
    }
}
