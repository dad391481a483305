using Neatx.Workspace.Report.Markup;
using Neatx.Workspace.Report.Prose;
using Neatx.Workspace.Report.Sections;

namespace Neatx.Workspace.Report;

/// <summary>
/// The whole report as one HTML page that needs nothing else: no script, no font, no image and no request. The same results give the same bytes.
/// </summary>
public static class ReportPage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private const string Synthetic =
        "Synthetic data: label tables, raters and expert were made up by a program. No number here says anything about patients or people.";

    private static readonly IReportSection[] Sections =
    [
        new CatalogSection(), new CohortSection(), new LabelSection(), new AgreementSection(),
        new RaterSection(), new ImageSection(), new SplitSection(), new TrainingSection(), new EvaluationSection(),
        new ClaimSection(), new ProblemSection(), new ProvenanceSection(),
    ];

    /// <summary>Writes the page as it goes; the output stays open.</summary>
    public static void Write(RunResults results, TextWriter output)
    {
        using var markup = new MarkupWriter(output);
        var page = new Page(markup, results);
        var sections = Sections.Where(section => section.IsIn(results)).ToList();
        markup.Doctype();
        using (markup.Open("html", ("lang", "en")))
        {
            WriteHead(markup, results);
            using (markup.Open("body"))
            {
                markup.Element("a", "Skip to the results", ("class", "skip"), ("href", "#found"));
                WriteTitle(markup, results);
                WriteContents(markup, sections);
                using (markup.Open("main"))
                {
                    WriteFound(markup, results);
                    foreach (var section in sections) WriteSection(page, section);
                }

                var made = $"Made by Neatx {results.Provenance.NeatxVersion} from the protocol \u2018{results.Protocol}\u2019.";
                markup.Element("footer", $"{made} All numbers at full precision: results.json and tables/.");
            }
        }
    }

    private static void WriteHead(MarkupWriter markup, RunResults results)
    {
        using var head = markup.Open("head");
        markup.Empty("meta", ("charset", "utf-8"));
        markup.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
        markup.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        markup.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        markup.Element("title", results.Title);
        markup.Style(StyleSheet.Text);
    }

    private static void WriteTitle(MarkupWriter markup, RunResults results)
    {
        using var header = markup.Open("header");
        markup.Element("p", $"Neatx report \u00B7 protocol {results.Protocol} \u00B7 seed {Numbers.Plain(results.Seed)}", ("class", "kicker"));
        markup.Element("h1", results.Title);
        if (results.Synthetic)
            markup.Element("p", Synthetic, ("class", "banner"), ("role", "note"));
    }

    private static void WriteContents(MarkupWriter markup, IReadOnlyList<IReportSection> sections)
    {
        using var nav = markup.Open("nav", ("aria-label", "Contents"));
        using var list = markup.Open("ol");
        WriteEntry(markup, "found", "What was found");
        foreach (var section in sections) WriteEntry(markup, section.Id, section.Title);
    }

    private static void WriteEntry(MarkupWriter markup, string id, string title)
    {
        using var item = markup.Open("li");
        markup.Element("a", title, ("href", $"#{id}"));
    }

    private static void WriteFound(MarkupWriter markup, RunResults results)
    {
        using var section = markup.Open("section", ("id", "found"), ("aria-labelledby", "found-title"));
        markup.Element("h2", "What was found", ("id", "found-title"));
        markup.Element("p", Abstract.Of(results), ("class", "lead"));
    }

    private static void WriteSection(Page page, IReportSection section)
    {
        using var scope = page.Markup.Open("section", ("id", section.Id), ("aria-labelledby", $"{section.Id}-title"));
        page.Markup.Element("h2", section.Title, ("id", $"{section.Id}-title"));
        section.Write(page);
    }
}
