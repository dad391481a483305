using System.Xml;
using System.Xml.Linq;
using Neatx.Workspace.Report;

namespace Neatx.Workspace.Tests.Report;

/// <summary>Reports as text and as a tree: the page is written so that a strict XML reader takes it.</summary>
internal static class Pages
{
    public static string Write(RunResults results)
    {
        using var output = new StringWriter();
        ReportPage.Write(results, output);
        return output.ToString();
    }

    public static XElement Parse(RunResults results) => Parse(Write(results));

    /// <summary>Fails on anything unbalanced, unquoted, unescaped or repeated.</summary>
    public static XElement Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader).Root!;
    }

    public static IEnumerable<XElement> Each(this XElement page, string name) => page.Descendants(name);

    public static XElement Section(this XElement page, string id) => page.Each("section").Single(section => (string?)section.Attribute("id") == id);

    public static bool Has(this XElement element, string cssClass) => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(cssClass, StringComparer.Ordinal);
}
