using System.Xml;

namespace Neatx.Workspace.Report.Markup;

/// <summary>
/// Writes HTML that is well-formed XML as well, element by element, to a stream of text. All text and attribute values are encoded here and
/// nowhere else; characters that XML does not know, and those that turn the direction of the text around them, come out as U+FFFD.
/// </summary>
public sealed class MarkupWriter : IDisposable
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "html", "head", "body", "title", "style", "meta", "header", "nav", "main", "section", "footer", "div", "p", "h1", "h2", "h3",
        "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "details", "summary", "ul", "ol", "li", "dl", "dt", "dd",
        "svg", "g", "desc", "defs",
    };

    private readonly XmlWriter _xml;

    /// <param name="output">Stays open when this writer is disposed.</param>
    public MarkupWriter(TextWriter output) =>
        _xml = XmlWriter.Create(output, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None });

    /// <summary>&lt;!DOCTYPE html&gt;.</summary>
    public void Doctype()
    {
        _xml.WriteDocType("html", null, null, null);
        _xml.WriteWhitespace("\n");
    }

    /// <summary>Opens an element that ends when the returned scope is disposed. Attributes whose value is null are left out.</summary>
    public Scope Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        return new Scope(this, element);
    }

    /// <summary>An element that holds text alone.</summary>
    public void Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        Text(text);
        End(element);
    }

    /// <summary>An element that holds nothing: a void element of HTML, or a shape of SVG.</summary>
    public void Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        _xml.WriteEndElement();
        if (Blocks.Contains(element)) _xml.WriteString("\n");
    }

    public void Text(string text) => _xml.WriteString(PlainText.Clean(text));

    /// <summary>Writes a style sheet of our own as it stands: the content of a style element is not decoded by HTML.</summary>
    /// <exception cref="ArgumentException">The text holds a character that would end the element or need encoding.</exception>
    public void Style(string css)
    {
        if (css.AsSpan().ContainsAny('<', '&')) throw new ArgumentException("A style sheet inside a page holds neither '<' nor '&'.", nameof(css));
        Start("style", []);
        _xml.WriteRaw("\n" + css);
        End("style");
    }

    public void Dispose() => _xml.Dispose();

    private void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _xml.WriteStartElement(element);
        foreach (var (name, value) in attributes)
            if (value is not null) _xml.WriteAttributeString(name, PlainText.Clean(value));
    }

    private void End(string element)
    {
        _xml.WriteFullEndElement();
        if (element == "html") return;
        if (Blocks.Contains(element)) _xml.WriteString("\n");
    }

    /// <summary>An open element.</summary>
    public readonly struct Scope(MarkupWriter writer, string element) : IDisposable
    {
        public void Dispose() => writer.End(element);
    }
}
