using Neatx.Workspace.Claims;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>Published numbers (open) against those computed here (filled), for claims that differ; the line is the difference.</summary>
internal sealed class ClaimGaps : SvgFigure
{
    private const double LineHeight = 14;
    private const double Top = 30;
    private const double Left = 230;
    private const double Plot = 240;

    private readonly IReadOnlyList<(ClaimResult Claim, IReadOnlyList<string> Label)> _rows;
    private readonly double _rowHeight;
    private readonly Axis _axis;

    /// <param name="claims">Claims with a computed value; published and computed values in [-1, 1].</param>
    public ClaimGaps(IReadOnlyList<ClaimResult> claims)
    {
        _rows = [.. claims.Select(claim => (claim, TextFit.Wrap(claim.Subject, Left - 20, 12)))];
        _rowHeight = (_rows.Max(row => row.Label.Count) * LineHeight) + 12;
        var values = claims.SelectMany(claim => new[] { claim.Published, claim.Computed!.Value }).ToList();
        var (from, to) = (Math.Floor((values.Min() - 0.02) * 10) / 10, Math.Ceiling((values.Max() + 0.02) * 10) / 10);
        _axis = new Axis(from, to, Left, Left + Plot);
    }

    public override double Width => _axis.End + 110;

    public override double Height => Top + (_rows.Count * _rowHeight) + 34;

    public override string Name => "Published numbers that differ from those computed here";

    public override string Description => string.Join("; ", _rows.Select(row =>
        $"{row.Claim.Subject}: published {Published(row.Claim)}, here {Here(row.Claim)}")) + ".";

    protected override void Draw(SvgCanvas canvas)
    {
        var bottom = Top + (_rows.Count * _rowHeight);
        var step = Axis.Step(_axis.To - _axis.From, 6);
        for (var tick = Math.Ceiling(_axis.From / step); tick * step <= _axis.To + 1e-9; tick++)
        {
            canvas.Line(_axis[tick * step], Top - 6, _axis[tick * step], bottom, "grid");
            canvas.Text(_axis[tick * step], Top - 14, Numbers.Fixed(tick * step, step < 0.1 ? 2 : 1), "tiny muted middle");
        }

        for (var row = 0; row < _rows.Count; row++) DrawRow(canvas, _rows[row].Claim, _rows[row].Label, Top + ((row + 0.5) * _rowHeight));
        canvas.Circle(Left + 5, bottom + 18, 4.5, "point-open");
        canvas.Text(Left + 14, bottom + 22, "published", "small muted");
        canvas.Circle(Left + 95, bottom + 18, 4.5, "point");
        canvas.Text(Left + 104, bottom + 22, "here", "small muted");
    }

    private void DrawRow(SvgCanvas canvas, ClaimResult claim, IReadOnlyList<string> label, double y)
    {
        var (published, here) = (_axis[claim.Published], _axis[claim.Computed!.Value]);
        canvas.Lines(0, y + 4 - ((label.Count - 1) * LineHeight / 2), LineHeight, label, "small");
        canvas.Line(published, y, here, y, "gap");
        canvas.Circle(published, y, 4.5, "point-open");
        canvas.Circle(here, y, 4.5, "point");
        canvas.Text(Width, y + 4, $"{Published(claim)} \u2192 {Here(claim)}", "small number end");
    }

    private static string Published(ClaimResult claim) => Numbers.Fixed(claim.Published, claim.Decimals);

    private static string Here(ClaimResult claim) => Numbers.Fixed(claim.Computed!.Value, claim.Decimals);
}
