namespace Neatx.Workspace.Report.Figures;

/// <summary>The mark of a rater: its shape and its colour both tell it apart, so that it survives grey print.</summary>
internal static class Marker
{
    private const int Kinds = 4;

    /// <summary>Draws the mark of the rater with that number, counted from 0, about the point.</summary>
    public static void Draw(SvgCanvas canvas, int rater, double x, double y)
    {
        var css = $"mark {Class(rater)}";
        switch (rater % Kinds)
        {
            case 0:
                canvas.Circle(x, y, 5, css);
                break;
            case 1:
                canvas.Rect(x - 4.5, y - 4.5, 9, 9, css);
                break;
            case 2:
                canvas.Path($"M{SvgCanvas.Coordinate(x)} {SvgCanvas.Coordinate(y - 6)}l6 6l-6 6l-6 -6z", css);
                break;
            default:
                canvas.Path($"M{SvgCanvas.Coordinate(x)} {SvgCanvas.Coordinate(y - 6)}l6 10h-12z", css);
                break;
        }
    }

    /// <summary>The class that gives the rater's colour and, to lines, its dashes.</summary>
    public static string Class(int rater) => FormattableString.Invariant($"rater-{rater % Kinds}");
}
