using System.Globalization;
using System.Xml.Linq;
using Neatx.Core.Agreement;

namespace Neatx.Workspace.Tests.Report;

public sealed class ReportFigureTests
{
    private const string Fig3 = "Heatmap of Cohen's kappa: pathologies on NIH-CXR14 images";

    private static readonly XElement Page = Pages.Parse(SampleResults.Paper);

    [Fact]
    public void Heatmap_EveryCell_IsShadedByItsBandAndSaysKappaAndInterval()
    {
        var cells = Cells(Fig3).Where(cell => cell.Elements("text").Any(text => text.Has("cell-value"))).ToList();
        var figures = SampleComparisons.Fig3().Figures.Where(figure => figure.Band is not null).ToList();
        Assert.Equal(figures.Count, cells.Count);
        foreach (var figure in figures)
        {
            var title = $"{figure.Finding}, {figure.A} and {figure.B}: kappa ";
            var cell = cells.Single(cell => cell.Element("title")!.Value.StartsWith(title, StringComparison.Ordinal));
            var shade = AgreementBand.LandisKoch.Index().Single(band => band.Item.Name == figure.Band).Index;
            Assert.True(cell.Has(FormattableString.Invariant($"band-{shade}")), title);
        }

        var drain = Cells("Heatmap of Cohen's kappa: tubes on PadChest images")[0];
        Assert.Equal(["0.72", "[0.67, 0.77]"], drain.Elements("text").Select(text => text.Value));
    }

    [Fact]
    public void Heatmap_UndefinedCell_IsHatchedWithItsReason()
    {
        const string Reason = "both label sets call every image negative";
        var cell = Cells(Fig3).Single(cell => Tooltip(cell).Contains(Reason, StringComparison.Ordinal));
        Assert.Equal("Pneumonia, BBox and GCS16L: undefined, " + Reason, cell.Element("title")!.Value);
        Assert.Contains(cell.Elements("rect"), rect => ((string?)rect.Attribute("fill"))?.EndsWith("-hatch)", StringComparison.Ordinal) == true);
        Assert.Equal("undefined", cell.Element("text")!.Value);
        Assert.Contains(Page.Section("agreement").Descendants("td"), data => data.Value == "undefined" + Reason);
    }

    [Fact]
    public void Heatmap_UnavailablePair_IsHatchedAndAPairWithoutTheFindingIsEmpty()
    {
        var cells = Cells("Heatmap of Cohen's kappa: tubes on PadChest images");
        const string Reason = "undefined, the PadChest master table is not here";
        Assert.Equal(8, cells.Count(cell => Tooltip(cell).EndsWith(Reason, StringComparison.Ordinal)));
        var comparison = SampleComparisons.Fig3();
        var ofLegend = 1;
        var empty = Svg(Fig3).Elements("circle").Count(circle => circle.Has("nothing")) - ofLegend;
        Assert.Equal((comparison.Findings.Count * comparison.Pairs.Count) - comparison.Figures.Count, empty);
    }

    [Fact]
    public void Heatmap_Legend_NamesSixBandsFromNoneToAlmostPerfect()
    {
        var texts = Svg(Fig3).Elements("text").Select(text => text.Value).ToList();
        var start = texts.IndexOf("none \u2264\u202F0");
        Assert.Equal(
            [
                "none \u2264\u202F0", "none to slight 0.01\u20130.20", "fair 0.21\u20130.40", "moderate 0.41\u20130.60", "substantial 0.61\u20130.80",
                "almost perfect 0.81\u20131.00", "undefined or not computable here", "no shared finding",
            ],
            texts.Skip(start).Take(8));
    }

    [Fact]
    public void Forest_EveryKappa_StandsWithItsIntervalInTheOrderOfTheComparison()
    {
        var forest = Svg("Intervals of Cohen's kappa: tubes on PadChest images");
        var labels = forest.Descendants("text").Where(text => (string?)text.Attribute("class") == "small").Select(text => text.Value);
        Assert.Equal(["Chest drain", "Tracheostomy", "Endotracheal", "Nasogastric"], labels.Take(4));
        Assert.Equal(4, forest.Elements("circle").Count());
    }

    [Fact]
    public void CohortDiagram_EachStep_SaysWhatIsLeftAndWhatWasRemoved()
    {
        var svg = Svg("Cohort flow: NIH pneumothorax images to annotate");
        var texts = svg.Elements("text").Select(text => text.Value).ToList();
        Assert.Contains("3\u202F709 images \u00B7 1\u202F100 patients", texts);
        Assert.Contains("106\u202F818 images removed", texts);
        Assert.Single(svg.Elements("rect"), rect => rect.Has("dashed"));
        Assert.Contains("Both raters agreed, undefined because the ratings of the NIH images", svg.Element("desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void RaterFigures_UnequalFinding_StandsOut()
    {
        var positives = Svg("Positive images by rater: Ratings of PadChest tubes");
        Assert.Equal(["Endotracheal", "178", "304"], positives.Descendants("text").Where(text => text.Has("strong")).Select(text => text.Value));
        Assert.Single(positives.Elements("line"), line => line.Has("apart"));
        var running = Svg("Endotracheal over the order of rating");
        Assert.Equal("178 against 304 positive", running.Elements("text").Single(text => text.Has("alert")).Value);
        Assert.Equal(["rater 1", "rater 2"], running.Descendants("text").Where(text => text.Has("run-name")).Select(text => text.Value));
        const string Told = "rater 2 called 304 images of 1\u202F011 positive; the running rate first leaves its limits at image";
        Assert.Contains(Told, running.Element("desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelStates_Uncertain_IsDrawnGreyAndMissingHatched()
    {
        Assert.Equal(4, Svg("Label states of Non-expert, PadChest").Descendants("rect").Count(rect => rect.Has("state-uncertain")));
        Assert.Single(Svg("Label states of GCS4L").Descendants("rect"), rect => rect.Has("hatch-ground"));
        const string Told = "Endotracheal: 162 positive, 691 negative, 155 uncertain and 3 invalid.";
        Assert.Contains(Told, Svg("Label states of Non-expert, PadChest").Element("desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Crosstab_EveryCell_HasMarginsThatAddUp()
    {
        var table = Page.Section("agreement").Descendants("table").First(table => table.Has("crosstab"));
        var rows = table.Element("tbody")!.Elements("tr").Select(row => row.Elements("td").Select(cell => Number(cell.Value)).ToList()).ToList();
        Assert.Equal(880, rows[2][2]);
        Assert.Equal(rows[0][0] + rows[0][1], rows[0][2]);
        Assert.Equal(rows[0][1] + rows[1][1], rows[2][1]);
    }

    private static long Number(string text) => long.Parse(text.Replace("\u202F", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static string Tooltip(XElement cell) => cell.Element("title")?.Value ?? "";

    private static XElement Svg(string title) => Page.Descendants("svg").Single(svg => svg.Element("title")!.Value.Trim() == title);

    private static List<XElement> Cells(string title) => [.. Svg(title).Elements("g")];
}
