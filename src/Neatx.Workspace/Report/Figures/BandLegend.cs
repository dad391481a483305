namespace Neatx.Workspace.Report.Figures;

/// <summary>The six bands by name and range, light to dark, and what hatching and an empty place mean; broken into rows as the width asks.</summary>
internal sealed class BandLegend
{
    private const double Swatch = 16;
    private const double RowHeight = 24;

    private readonly List<(double X, double Y, Action<SvgCanvas, double, double> Swatch, string Text)> _entries = [];

    /// <param name="width">The width to fill, in pixels.</param>
    /// <param name="hatched">True when the figure has hatched cells.</param>
    /// <param name="empty">True when the figure has places without a cell.</param>
    public BandLegend(double width, bool hatched, bool empty)
    {
        var (x, y) = (0.0, 0.0);
        foreach (var band in KappaBand.All) Add(DrawBand(band.Shade), $"{band.Name} {band.Range}");
        if (hatched) Add(static (canvas, left, top) => canvas.HatchedRect(left, top, Swatch, Swatch), "undefined or not computable here");
        if (empty) Add(static (canvas, left, top) => canvas.Circle(left + (Swatch / 2), top + (Swatch / 2), 1, "nothing"), "no shared finding");
        Height = y + RowHeight;

        void Add(Action<SvgCanvas, double, double> swatch, string text)
        {
            var length = Swatch + 6 + TextFit.Width(text, 12);
            if (x > 0 && x + length > width) (x, y) = (0, y + RowHeight);
            _entries.Add((x, y, swatch, text));
            x += length + 8;
        }
    }

    public double Height { get; }

    public void Draw(SvgCanvas canvas, double left, double top)
    {
        foreach (var (x, y, swatch, text) in _entries)
        {
            swatch(canvas, left + x, top + y);
            canvas.Text(left + x + Swatch + 6, top + y + 12, text, "small");
        }
    }

    private static Action<SvgCanvas, double, double> DrawBand(int shade) => (canvas, left, top) =>
    {
        using (canvas.Group(FormattableString.Invariant($"band-{shade}"))) canvas.Rect(left, top, Swatch, Swatch, "cell");
    };
}
