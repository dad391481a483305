using Neatx.Workspace.Report.Prose;
using Neatx.Workspace.Splits;

namespace Neatx.Workspace.Report.Figures;

/// <summary>
/// A love plot: for each finding, sex, age band and view a row, and on it for each part the standardised difference of its share from that of the
/// other parts together. Between the two lines at ±.1 parts are commonly called balanced.
/// </summary>
internal sealed class BalanceDots : SvgFigure
{
    /// <summary>Longer lists are cut to the rows that differ most.</summary>
    public const int MostRows = 24;

    /// <summary>Beyond this a difference is commonly taken for imbalance (Austin 2009).</summary>
    public const double Tolerated = .1;

    private const double RowHeight = 20;
    private const double Top = 52;
    private const double Plot = 320;

    private readonly SplitResult _split;
    private readonly List<(string Label, IReadOnlyList<SplitBalance> Rows)> _rows;
    private readonly Axis _axis;
    private readonly double _left;

    public BalanceDots(SplitResult split)
    {
        _split = split;
        _rows = [.. Rows(split)];
        _left = Math.Min(230, Math.Ceiling(TextFit.Widest(_rows.Select(row => row.Label), 12)) + 12);
        var most = _rows.SelectMany(row => row.Rows).Select(Difference).OfType<double>().Select(Math.Abs).DefaultIfEmpty(0).Max();
        var end = Math.Max(.2, Math.Ceiling(most * 10) / 10);
        _axis = new Axis(-end, end, _left, _left + Plot);
    }

    public override double Width => _axis.End + 10;

    public override double Height => Top + (_rows.Count * RowHeight) + 30;

    public override string Name => $"Balance of the parts of {_split.Title}";

    public override string Description
    {
        get
        {
            var beyond = _rows.SelectMany(row => row.Rows).Where(row => Difference(row) is { } value && Math.Abs(value) > Tolerated).ToList();
            return beyond.Count == 0
                ? "No part differs from the others by more than a tenth of a standard deviation in anything that is shown."
                : $"Beyond a tenth of a standard deviation: {English.List([.. beyond.Take(6).Select(row => $"{row.Characteristic} {row.Level} in {row.Part}")])}.";
        }
    }

    /// <summary>One row a characteristic and level that occurs; of findings the positive ones.</summary>
    public static IEnumerable<(string Label, IReadOnlyList<SplitBalance> Rows)> Rows(SplitResult split)
    {
        var findings = split.Balance.Where(row => row.Level is "negative" or "positive").Select(row => row.Characteristic).ToHashSet(StringComparer.Ordinal);
        var rows = split.Balance
            .Where(row => !findings.Contains(row.Characteristic) || row.Level == "positive")
            .GroupBy(row => (row.Characteristic, row.Level))
            .Select(group => (Label: findings.Contains(group.Key.Characteristic) ? group.Key.Characteristic : $"{group.Key.Characteristic}: {group.Key.Level}", Rows: (IReadOnlyList<SplitBalance>)[.. group]))
            .ToList();
        if (rows.Count <= MostRows) return rows;
        var kept = rows.OrderByDescending(row => row.Rows.Select(Difference).OfType<double>().Select(Math.Abs).DefaultIfEmpty(0).Max()).Take(MostRows).Select(row => row.Label).ToHashSet(StringComparer.Ordinal);
        return rows.Where(row => kept.Contains(row.Label));
    }

    protected override void Draw(SvgCanvas canvas)
    {
        DrawKey(canvas);
        var bottom = Top + (_rows.Count * RowHeight);
        canvas.Rect(_axis[-Tolerated], Top - 4, _axis[Tolerated] - _axis[-Tolerated], bottom - Top + 4, "limits");
        var step = Axis.Step(_axis.To, 3);
        for (var tick = -Math.Floor(_axis.To / step); tick * step <= _axis.To + 1e-9; tick++)
        {
            canvas.Line(_axis[tick * step], Top - 4, _axis[tick * step], bottom, tick == 0 ? "axis" : "grid");
            canvas.Text(_axis[tick * step], bottom + 16, Numbers.Difference(tick * step, step < .1 ? 2 : 1), "tiny muted middle");
        }

        foreach (var (index, (label, rows)) in _rows.Index())
        {
            var y = Top + ((index + .5) * RowHeight);
            canvas.Label(0, y + 4, label, _left - 8, 12, "small");
            foreach (var (part, row) in rows.Index())
            {
                if (Difference(row) is not { } value) continue;
                using (canvas.Group(null, $"{label}, {row.Part}: {Numbers.Difference(value, 3)} SD ({English.Count(row.Images, "image")})")) Marker.Draw(canvas, part, _axis[value], y);
            }
        }
    }

    private static double? Difference(SplitBalance row) => row.StandardisedDifference.Value;

    private void DrawKey(SvgCanvas canvas)
    {
        var x = 6.0;
        foreach (var (index, part) in _split.Parts.Index())
        {
            Marker.Draw(canvas, index, x, 14);
            canvas.Text(x + 11, 18, part.Part, "small muted");
            x += 30 + TextFit.Width(part.Part, 12);
        }
    }
}
