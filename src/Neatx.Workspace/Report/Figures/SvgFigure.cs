using Neatx.Workspace.Report.Markup;

namespace Neatx.Workspace.Report.Figures;

/// <summary>A picture that knows its size and can say in words what it shows.</summary>
internal abstract class SvgFigure
{
    /// <summary>The natural width in CSS pixels; the page may show it smaller, never larger.</summary>
    public abstract double Width { get; }

    /// <summary>The natural height in CSS pixels.</summary>
    public abstract double Height { get; }

    /// <summary>What it is, a few words.</summary>
    public abstract string Name { get; }

    /// <summary>What it shows, for a reader who does not see it: one sentence or a few.</summary>
    public abstract string Description { get; }

    /// <param name="markup">Where to.</param>
    /// <param name="id">Unique in the page; ids inside the picture start with it.</param>
    public void Write(MarkupWriter markup, string id)
    {
        var (width, height) = (SvgCanvas.Coordinate(Width), SvgCanvas.Coordinate(Height));
        using (markup.Open("svg", ("viewBox", $"0 0 {width} {height}"), ("width", width), ("height", height), ("style", $"--natural: {width}px"),
            ("role", "img"), ("aria-labelledby", $"{id}-title {id}-desc")))
        {
            markup.Element("title", Name, ("id", $"{id}-title"));
            markup.Element("desc", Description, ("id", $"{id}-desc"));
            Draw(new SvgCanvas(markup, id));
        }
    }

    protected abstract void Draw(SvgCanvas canvas);
}
