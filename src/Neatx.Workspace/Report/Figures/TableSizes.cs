using Neatx.Workspace.Catalog;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Figures;

/// <summary>How many images (filled) and patients (open) each table names. The scale is logarithmic: tables differ by orders of magnitude.</summary>
internal sealed class TableSizes : SvgFigure
{
    private const double RowHeight = 24;
    private const double Top = 34;
    private const double Plot = 230;

    private readonly IReadOnlyList<TableSummary> _tables;
    private readonly double _left;
    private readonly Axis _axis;

    /// <param name="tables">Tables that could be read.</param>
    public TableSizes(IReadOnlyList<TableSummary> tables)
    {
        _tables = tables;
        _left = Math.Clamp(Math.Ceiling(TextFit.Widest(tables.Select(table => table.Title), 12)) + 16, 90, 220);
        var counts = tables.SelectMany(table => new[] { table.Images, table.Patients ?? table.Images }).Select(Log).DefaultIfEmpty(0);
        var least = Math.Floor(counts.Min());
        _axis = new Axis(least, Math.Max(counts.Max(), least + 1), _left, _left + Plot);
    }

    public override double Width => _axis.End + 76;

    public override double Height => Top + (_tables.Count * RowHeight) + 30;

    public override string Name => "Images and patients of each table";

    public override string Description => string.Join("; ", _tables.Select(table =>
        $"{table.Title}: {English.Size(table.Images, table.Patients)}")) + ".";

    protected override void Draw(SvgCanvas canvas)
    {
        var bottom = Top + (_tables.Count * RowHeight);
        for (var power = _axis.From; power <= _axis.To; power++)
        {
            canvas.Line(_axis[power], Top - 6, _axis[power], bottom, "grid");
            canvas.Text(_axis[power], Top - 14, Numbers.Count((long)Math.Pow(10, power)), "tiny muted middle");
        }

        for (var row = 0; row < _tables.Count; row++) DrawRow(canvas, _tables[row], Top + ((row + 0.5) * RowHeight));
        canvas.Circle(_left + 5, bottom + 18, 4, "point");
        canvas.Text(_left + 14, bottom + 22, "images", "small muted");
        canvas.Circle(_left + 75, bottom + 18, 4, "point-open");
        canvas.Text(_left + 84, bottom + 22, "patients; logarithmic scale", "small muted");
    }

    private static double Log(long count) => Math.Log10(Math.Max(count, 1));

    private void DrawRow(SvgCanvas canvas, TableSummary table, double y)
    {
        var x = _axis[Log(table.Images)];
        canvas.Label(0, y + 4, table.Title, _left - 8, 12, "small");
        canvas.Line(_axis.Start, y, x, y, "stem");
        if (table.Patients is { } patients) canvas.Circle(_axis[Log(patients)], y, 4, "point-open");
        canvas.Circle(x, y, 4, "point");
        canvas.Text(x + 9, y + 4, Numbers.Count(table.Images), "small number");
    }
}
