using Neatx.Workspace.Catalog;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>The flow of a cohort as in Fig. A1: a box for what is left after each step, and beside each arrow what the step removed.</summary>
internal sealed class CohortDiagram : SvgFigure
{
    private const double BoxWidth = 256;
    private const double SideLeft = 190;
    private const double SideWidth = 176;
    private const double Spine = BoxWidth / 2;
    private const double Gap = 62;
    private const double LineHeight = 17;

    private readonly CohortFlow _flow;
    private readonly string _dataset;
    private readonly List<Box> _boxes = [];

    /// <param name="flow">At least one step.</param>
    /// <param name="dataset">The title of the dataset the cohort is picked from.</param>
    public CohortDiagram(CohortFlow flow, string dataset)
    {
        (_flow, _dataset) = (flow, dataset);
        var y = 1.0;
        var before = default(string);
        foreach (var step in flow.Steps)
        {
            var lines = TextFit.Wrap(step.Title, BoxWidth - 24, 13, bold: true);
            var reason = step.Undefined is null ? [] : TextFit.Wrap(step.Undefined == before ? "cannot be counted either" : step.Undefined, BoxWidth - 24, 11);
            before = step.Undefined;
            var height = 22 + (lines.Count * LineHeight) + (reason.Count > 0 ? reason.Count * 14 : LineHeight);
            _boxes.Add(new Box(step, lines, reason, y, height));
            y += height + Gap;
        }

        Height = y - Gap + 1;
    }

    public override double Width => SideLeft + SideWidth + 1;

    public override double Height { get; }

    public override string Name => $"Cohort flow: {_flow.Title}";

    public override string Description =>
        $"From {_dataset}: {string.Join("; ", _flow.Steps.Select(Tell))}.";

    protected override void Draw(SvgCanvas canvas)
    {
        for (var index = 0; index < _boxes.Count; index++)
        {
            if (index > 0) DrawArrow(canvas, _boxes[index - 1], _boxes[index]);
            DrawBox(canvas, _boxes[index]);
        }
    }

    private static string Tell(CohortCount step)
    {
        if (step.Images is not { } images) return $"{step.Title}, undefined because {step.Undefined}";
        var removed = step.Removed is > 0 and { } count ? $" ({Numbers.Count(count)} removed)" : "";
        return $"{step.Title}, {English.Size(images, step.Patients)}{removed}";
    }

    private static string Counts(CohortCount step) =>
        $"{English.Count(step.Images ?? 0, "image")}{(step.Patients is { } patients ? $" \u00B7 {English.Count(patients, "patient")}" : "")}";

    private static void DrawBox(SvgCanvas canvas, Box box)
    {
        var undefined = box.Step.Images is null;
        canvas.Rect(1, box.Top, BoxWidth - 2, box.Height, undefined ? "box dashed" : "box", 3);
        canvas.Lines(Spine, box.Top + 22, LineHeight, box.Title, "box-title middle");
        var y = box.Top + 22 + (box.Title.Count * LineHeight);
        if (undefined) canvas.Lines(Spine, y, 14, box.Reason, "small muted middle");
        else canvas.Text(Spine, y, Counts(box.Step), "box-count number middle");
    }

    private static void DrawArrow(SvgCanvas canvas, Box from, Box to)
    {
        var (start, end) = (from.Top + from.Height, to.Top);
        canvas.Line(Spine, start, Spine, end - 6, to.Step.Images is null ? "flow dashed" : "flow");
        canvas.ArrowHead(Spine, end, right: false);
        if (to.Step.Removed is not { } removed) return;
        var middle = (start + end) / 2;
        canvas.Line(Spine, middle, SideLeft - 6, middle, "flow");
        canvas.ArrowHead(SideLeft, middle, right: true);
        canvas.Rect(SideLeft, middle - 17, SideWidth, 34, "side-box", 3);
        canvas.Text(SideLeft + (SideWidth / 2), middle + 4.5, $"{English.Count(removed, "image")} removed", "box-count number middle");
    }

    private sealed record Box(CohortCount Step, IReadOnlyList<string> Title, IReadOnlyList<string> Reason, double Top, double Height);
}
