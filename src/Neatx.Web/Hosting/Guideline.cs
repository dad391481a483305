using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Neatx.Web.Hosting;

/// <summary>The written guideline as HTML that holds nothing but text, headings, lists, tables and links to the web.</summary>
internal sealed class Guideline
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().DisableHtml().Build();

    private Guideline(string html) => Html = html;

    public string Html { get; }

    /// <summary>Reads a file; without one there is no guideline.</summary>
    /// <exception cref="NeatxException">The file cannot be read.</exception>
    public static Guideline Of(string? file)
    {
        if (file is null) return new("");
        try
        {
            return new(ToHtml(File.ReadAllText(file)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NeatxException($"The guideline {file} cannot be read: {error.Message} Correct 'guideline' in the protocol's campaign.", error);
        }
    }

    /// <summary>HTML of a Markdown text. HTML in it is shown as text; images become their description; links go to http, https and mailto alone.</summary>
    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (!link.IsImage && IsWeb(link.Url)) continue;
            var text = new ContainerInline();
            while (link.FirstChild is { } child)
            {
                child.Remove();
                text.AppendChild(child);
            }

            link.ReplaceBy(text);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(each => !each.IsEmail && !IsWeb(each.Url)).ToList()) link.ReplaceBy(new LiteralInline(link.Url));
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private static bool IsWeb(string? url) =>
        url is not null && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeMailto);
}
