using Neatx.Workspace.Labels;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>
/// One label set: for each finding, how its images divide into the five states. Uncertain and invalid are grey, missing is hatched; none is
/// ever white.
/// </summary>
internal sealed class LabelStates : SvgFigure
{
    /// <summary>More findings than this are left to the table and the CSV.</summary>
    public const int MostFindings = 40;

    private const double RowHeight = 22;
    private const double Top = 44;
    private const double Bar = 180;

    private readonly LabelSetSummary _set;
    private readonly IReadOnlyList<StateCounts> _rows;
    private readonly double _left;

    public LabelStates(LabelSetSummary set)
    {
        _set = set;
        _rows = set.Findings.Count <= MostFindings ? set.Findings : [.. set.Findings.OrderByDescending(counts => counts.Positive).Take(MostFindings)];
        _left = Math.Clamp(Math.Ceiling(TextFit.Widest(_rows.Select(counts => counts.Finding), 12)) + 8, 70, 170);
    }

    public override double Width => _left + Bar + 118;

    public override double Height => Top + (_rows.Count * RowHeight) + 4;

    public override string Name => $"Label states of {_set.Title}";

    public override string Description => string.Join(" ", _rows.Select(Tell));

    protected override void Draw(SvgCanvas canvas)
    {
        canvas.DefineHatch();
        canvas.Label(0, 14, _set.Title, Width - 110, 13, "group-label");
        canvas.Text(Width, 14, English.Count(_set.Images, "image"), "small muted number end");
        canvas.Text(_left + Bar + 56, Top - 8, "positive", "tiny muted end");
        canvas.Text(Width, Top - 8, "prevalence", "tiny muted end");
        canvas.Text(_left, Top - 8, "0", "tiny muted");
        canvas.Text(_left + Bar, Top - 8, "100%", "tiny muted end");
        for (var row = 0; row < _rows.Count; row++) DrawRow(canvas, _rows[row], Top + (row * RowHeight));
    }

    private static string Tell(StateCounts counts)
    {
        var parts = new List<string> { $"{Numbers.Count(counts.Positive)} positive", $"{Numbers.Count(counts.Negative)} negative" };
        if (counts.Uncertain > 0) parts.Add($"{Numbers.Count(counts.Uncertain)} uncertain");
        if (counts.Invalid > 0) parts.Add($"{Numbers.Count(counts.Invalid)} invalid");
        if (counts.Missing > 0) parts.Add($"{Numbers.Count(counts.Missing)} missing");
        return $"{counts.Finding}: {English.List(parts)}.";
    }

    private static (string State, long Count)[] States(StateCounts counts) =>
    [
        ("positive", counts.Positive), ("uncertain", counts.Uncertain), ("negative", counts.Negative), ("invalid", counts.Invalid),
        ("missing", counts.Missing),
    ];

    private void DrawRow(SvgCanvas canvas, StateCounts counts, double y)
    {
        var middle = y + (RowHeight / 2);
        canvas.Label(0, middle + 4, counts.Finding, _left - 6, 12, "small");
        using (canvas.Group(null, Tell(counts)))
        {
            var x = _left;
            foreach (var (state, count) in States(counts))
            {
                if (count == 0) continue;
                var width = Bar * count / counts.Total;
                if (state == "missing") canvas.HatchedRect(x, y + 3, width, RowHeight - 6);
                else canvas.Rect(x, y + 3, width, RowHeight - 6, $"state-{state}");
                x += width;
            }
        }

        canvas.Text(_left + Bar + 56, middle + 4, Numbers.Count(counts.Positive), "small number end");
        canvas.Text(Width, middle + 4, counts.Prevalence is { } share ? Numbers.Percent(share) : "undefined", "small number end");
    }
}
