namespace Neatx.Workspace.Report.Figures;

/// <summary>The mark of a rater: its shape and its colour both tell it apart, so that it survives grey print.</summary>
internal static class Marker
{
    private const int Kinds = 8;

    /// <summary>Draws the mark of the rater with that number, counted from 0, about the point. After eight they come again.</summary>
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
                canvas.Path($"{From(x, y - 6)}l6 6l-6 6l-6 -6z", css);
                break;
            case 3:
                canvas.Path($"{From(x, y - 6)}l6 10h-12z", css);
                break;
            case 4:
                canvas.Path($"{From(x, y + 6)}l-6 -10h12z", css);
                break;
            case 5:
                canvas.Path($"{From(x - 2, y - 6)}h4v4h4v4h-4v4h-4v-4h-4v-4h4z", css);
                break;
            case 6:
                canvas.Path($"{From(x, y - 2.5)}l3 -3l2.5 2.5l-3 3l3 3l-2.5 2.5l-3 -3l-3 3l-2.5 -2.5l3 -3l-3 -3l2.5 -2.5z", css);
                break;
            default:
                canvas.Path($"{From(x - 3, y - 5)}h6l3 5l-3 5h-6l-3 -5z", css);
                break;
        }
    }

    /// <summary>The class that gives the rater's colour and, to lines, its dashes.</summary>
    public static string Class(int rater) => FormattableString.Invariant($"rater-{rater % Kinds}");

    private static string From(double x, double y) => $"M{SvgCanvas.Coordinate(x)} {SvgCanvas.Coordinate(y)}";
}
