using System.Globalization;
using System.Text.RegularExpressions;
using Neatx.Workspace.Report;

namespace Neatx.Workspace.Tests.Report;

public sealed partial class ReportPageTests
{
    private static readonly string[] Voids = ["meta", "link", "br", "hr", "line", "rect", "circle", "path"];

    public static TheoryData<string> Runs => ["paper", "trained", "empty", "synthetic", "long", "bare"];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Write_AnyRun_IsWellFormed(string run)
    {
        var text = Pages.Write(Run(run));
        Assert.StartsWith("<!DOCTYPE html", text, StringComparison.Ordinal);
        Assert.Equal("html", Pages.Parse(text).Name.LocalName);
        Assert.All(SelfClosed().Matches(text).Select(match => match.Groups[1].Value), name => Assert.Contains(name, Voids));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Write_AnyRun_AnchorsAreUniqueAndResolve(string run)
    {
        var page = Pages.Parse(Run(run));
        var ids = page.DescendantsAndSelf().Select(element => (string?)element.Attribute("id")).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        var links = page.Each("a").Select(link => (string)link.Attribute("href")!).Where(href => href.StartsWith('#')).Select(href => href[1..]);
        var labels = page.Descendants().Select(element => (string?)element.Attribute("aria-labelledby") ?? "")
            .SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(links.Concat(labels), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Write_Page_AsksForNothingElse()
    {
        var text = Pages.Write(SampleTraining.Results);
        var page = Pages.Parse(text);
        Assert.Empty(page.Each("script").Concat(page.Each("link")).Concat(page.Each("img")).Concat(page.Each("iframe")));
        var attributes = page.DescendantsAndSelf().SelectMany(element => element.Attributes()).Select(attribute => attribute.Name.LocalName);
        Assert.DoesNotContain(attributes, name => name is "src" or "srcset" || name.StartsWith("on", StringComparison.Ordinal));
        var links = page.Each("a").Select(link => (string)link.Attribute("href")!);
        Assert.All(links, href => Assert.True(href[0] == '#' || Uri.IsWellFormedUriString(href, UriKind.Relative), href));
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
        Assert.All(UrlReference().Matches(text), match => Assert.StartsWith("#", match.Groups[1].Value, StringComparison.Ordinal));
        var policy = page.Each("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'", (string)policy.Attribute("content")!, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Headings_StepDownOneAtATime()
    {
        var names = Pages.Parse(SampleTraining.Results).Descendants().Select(element => element.Name.LocalName);
        var levels = names.Where(name => name is "h1" or "h2" or "h3" or "h4").Select(name => name[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void Write_EveryFigure_SaysInWordsWhatItShowsAndWhereItsDataAre()
    {
        var page = Pages.Parse(SampleTraining.Results);
        Assert.All(page.Each("svg"), svg =>
        {
            Assert.Equal("img", (string?)svg.Attribute("role"));
            Assert.False(string.IsNullOrWhiteSpace(svg.Element("title")!.Value));
            Assert.True(svg.Element("desc")!.Value.Length > 20, svg.Element("title")!.Value);
        });
        Assert.All(page.Each("figure"), figure => Assert.Single(figure.Element("figcaption")!.Elements("a"), link => link.Value == "data"));
    }

    [Fact]
    public void Write_SyntheticRun_SaysSoEverywhere()
    {
        var page = Pages.Parse(SampleTraining.Results with { Synthetic = true });
        Assert.Single(page.Each("p"), paragraph => paragraph.Has("banner"));
        var captions = page.Each("figcaption").Concat(page.Each("details").SelectMany(details => details.Elements("p")));
        Assert.All(captions, caption => Assert.Contains("Synthetic data.", caption.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("Synthetic", Pages.Write(SampleTraining.Results), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytesInAnyCulture()
    {
        var first = Pages.Write(SampleTraining.Results);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal(first, Pages.Write(SampleTraining.Results));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Write_EmptyRun_SaysWhatItHas()
    {
        var page = Pages.Parse(SampleResults.Empty);
        Assert.Equal(["found", "problems", "provenance"], page.Each("section").Select(section => (string)section.Attribute("id")!));
        Assert.Contains("The protocol asked for nothing that could be computed here.", page.Section("found").Value, StringComparison.Ordinal);
    }

    private static RunResults Run(string name) => name switch
    {
        "paper" => SampleResults.Paper,
        "trained" => SampleTraining.Results,
        "synthetic" => SampleResults.Paper with { Synthetic = true },
        "bare" => BareResults.Run,
        "long" => HostileResults.With(string.Concat(Enumerable.Repeat("Averyveryverylongnamewithoutanyspace", 20))),
        _ => SampleResults.Empty,
    };

    [GeneratedRegex("<([a-z0-9]+)[^<>]*/>")]
    private static partial Regex SelfClosed();

    [GeneratedRegex(@"url\(([^)]*)\)")]
    private static partial Regex UrlReference();
}
