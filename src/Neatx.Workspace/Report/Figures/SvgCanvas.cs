using System.Globalization;
using Neatx.Workspace.Report.Markup;

namespace Neatx.Workspace.Report.Figures;

/// <summary>
/// Draws shapes and text of one SVG in user units of one CSS pixel. Looks come from classes in figures.css, so that themes and print reach them.
/// </summary>
internal sealed class SvgCanvas(MarkupWriter markup, string id)
{
    /// <summary>A coordinate with at most two digits after the point.</summary>
    public static string Coordinate(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A group; the tooltip is shown on hover and read as its title.</summary>
    public MarkupWriter.Scope Group(string? cssClass, string? tooltip = null)
    {
        var group = markup.Open("g", ("class", cssClass));
        if (tooltip is not null) markup.Element("title", tooltip);
        return group;
    }

    public void Rect(double x, double y, double width, double height, string cssClass, double radius = 0) => markup.Empty(
        "rect", ("x", Coordinate(x)), ("y", Coordinate(y)), ("width", Coordinate(width)), ("height", Coordinate(height)),
        ("rx", radius > 0 ? Coordinate(radius) : null), ("class", cssClass));

    /// <summary>A rectangle filled with oblique lines: something is known to be absent. Needs <see cref="DefineHatch"/>.</summary>
    public void HatchedRect(double x, double y, double width, double height)
    {
        Rect(x, y, width, height, "hatch-ground");
        markup.Empty(
            "rect", ("x", Coordinate(x)), ("y", Coordinate(y)), ("width", Coordinate(width)), ("height", Coordinate(height)),
            ("fill", $"url(#{id}-hatch)"));
        Rect(x, y, width, height, "hatch-edge");
    }

    public void DefineHatch()
    {
        using (markup.Open("defs"))
        using (markup.Open(
            "pattern", ("id", $"{id}-hatch"), ("width", "6"), ("height", "6"),
            ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")))
            markup.Empty("line", ("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "6"), ("class", "hatch-line"));
    }

    public void Line(double x1, double y1, double x2, double y2, string cssClass) => markup.Empty(
        "line", ("x1", Coordinate(x1)), ("y1", Coordinate(y1)), ("x2", Coordinate(x2)), ("y2", Coordinate(y2)), ("class", cssClass));

    public void Circle(double x, double y, double radius, string cssClass) => markup.Empty(
        "circle", ("cx", Coordinate(x)), ("cy", Coordinate(y)), ("r", Coordinate(radius)), ("class", cssClass));

    public void Path(string data, string cssClass) => markup.Empty("path", ("d", data), ("class", cssClass));

    /// <summary>A line through points; where a point is null the line is broken.</summary>
    public void Polyline(IEnumerable<(double X, double Y)?> points, string cssClass)
    {
        var data = new System.Text.StringBuilder();
        var open = false;
        foreach (var point in points)
        {
            if (point is { } at) data.Append(open ? 'L' : 'M').Append(Coordinate(at.X)).Append(' ').Append(Coordinate(at.Y));
            open = point is not null;
        }

        if (data.Length > 0) Path(data.ToString(), cssClass);
    }

    /// <summary>A filled shape through points.</summary>
    public void Area(IEnumerable<(double X, double Y)> corners, string cssClass) =>
        Path($"M{string.Join('L', corners.Select(corner => $"{Coordinate(corner.X)} {Coordinate(corner.Y)}"))}z", cssClass);

    /// <summary>An arrow head of 8 by 5 whose tip is at the point, pointing down or right.</summary>
    public void ArrowHead(double x, double y, bool right) => Path(
        right ? $"M{Coordinate(x)} {Coordinate(y)}l-8 -4v8z" : $"M{Coordinate(x)} {Coordinate(y)}l-4 -8h8z", "arrow-head");

    /// <summary>One line of text; <paramref name="y"/> is its baseline. The class may hold start, middle or end for the anchor.</summary>
    public void Text(double x, double y, string text, string cssClass) =>
        markup.Element("text", text, ("x", Coordinate(x)), ("y", Coordinate(y)), ("class", cssClass));

    /// <summary>One line of text in so much room; what does not fit is left off with an ellipsis and shown whole on hover.</summary>
    public void Label(double x, double y, string text, double width, double size, string cssClass)
    {
        var shown = TextFit.Shorten(text, width, size);
        using (Group(null, shown == text ? null : text)) Text(x, y, shown, cssClass);
    }

    /// <summary>Several lines of text, the first baseline at <paramref name="y"/>.</summary>
    public void Lines(double x, double y, double lineHeight, IReadOnlyList<string> lines, string cssClass)
    {
        for (var line = 0; line < lines.Count; line++) Text(x, y + (line * lineHeight), lines[line], cssClass);
    }
}
