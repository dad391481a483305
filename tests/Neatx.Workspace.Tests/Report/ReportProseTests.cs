using System.Text.RegularExpressions;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Report;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Tests.Report;

public sealed partial class ReportProseTests
{
    [Fact]
    public void Found_PaperRun_ReadsAsWritten() => Assert.Equal(
        "NIH-CXR14 holds 112 120 images of 30 805 patients; three label sets were made from what was read; PadChest was not available here. "
        + "In \u2018pathologies on NIH-CXR14 images\u2019 Cohen\u2019s \u03BA has a median of 0.41 over 41 figures and runs from "
        + "\u22120.10 (Infiltration, BBox and GCS16L, 26 images) to 0.95 (Pneumonia, CXR14 and BBox, 880 images); in \u2018tubes on PadChest images\u2019 "
        + "it runs from 0.54 (Nasogastric, Non-expert and Expert+ML, 1 011 images) to 0.91 (Tracheostomy, Non-expert and Expert+ML, 1 011 images). "
        + "One kappa is undefined. "
        + "The raters agree best on Tracheostomy (\u03BA 0.96) and least on Endotracheal (0.58). "
        + "Raters call Endotracheal unequally often: rater 2 in 304 images and rater 1 in 178. "
        + "Of nine published numbers, four were reproduced, three differ and two are not computable here. "
        + "The largest difference is that of Cohen\u2019s kappa of non-expert and PadChest labels, Endotracheal (Fig. 4): published 0.54, here 0.65. "
        + "Likely cause: the rows Endotracheal and Nasogastric of the figure seem to be exchanged: with them swapped both are reproduced. "
        + "Three rows of one table could not be read as they stand and were set aside.",
        Found(SampleResults.Paper));

    [Fact]
    public void Found_OneOfEach_UsesTheSingular()
    {
        var paper = SampleResults.Paper;
        var one = paper with
        {
            Tables = [paper.Tables[0] with { Images = 1, Patients = 1, ProblemRows = 1 }],
            LabelSets = [paper.LabelSets[0]],
            Comparisons = [],
            Cohorts = [],
            Drift = [],
            Claims = [paper.Claims[0]],
        };
        Assert.Equal(
            "NIH-CXR14 holds 1 image of 1 patient; one label set was made from what was read. The one published number was reproduced. "
            + "One row of one table could not be read as it stands and was set aside.",
            Found(one));
    }

    [Theory]
    [InlineData(ClaimStatus.Reproduced, 2, "Both published numbers were reproduced.")]
    [InlineData(ClaimStatus.Reproduced, 12, "All 12 published numbers were reproduced.")]
    [InlineData(ClaimStatus.NotComputable, 1, "Of one published number, one is not computable here.")]
    public void Claims_Summary_CountsInWords(ClaimStatus status, int count, string expected)
    {
        var results = SampleResults.Empty with { Claims = [.. Enumerable.Repeat(SampleResults.Paper.Claims[0] with { Status = status }, count)] };
        Assert.Contains(expected, Found(results), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uncertain=drop invalid=drop missing=drop", "uncertain, invalid and missing labels left out")]
    [InlineData("uncertain=class invalid=drop missing=drop", "invalid and missing labels left out; uncertain labels kept as a class of their own")]
    [InlineData("uncertain=positive invalid=negative missing=drop", "missing labels left out; uncertain labels counted as positive; invalid labels counted as negative")]
    [InlineData("as counted", "as counted")]
    public void PolicyWords_Say_NamesEachState(string name, string expected) => Assert.Equal(expected, PolicyWords.Say(name));

    [Theory]
    [InlineData(0, "no images")]
    [InlineData(1, "one image")]
    [InlineData(9, "nine images")]
    [InlineData(10, "10 images")]
    [InlineData(1011, "1\u202F011 images")]
    public void English_Number_AgreesWithItsNoun(long count, string expected) => Assert.Equal(expected, English.Number(count, "image"));

    [Theory]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(-0.015, 3, "\u22120.015")]
    [InlineData(0.4268087129, 3, "0.427")]
    [InlineData(112120, 0, "112\u202F120")]
    public void Numbers_Fixed_HasATrueMinusAndThinSpaces(double value, int digits, string expected) => Assert.Equal(expected, Numbers.Fixed(value, digits));

    [Theory]
    [InlineData(0.109, "+0.109")]
    [InlineData(-0.109, "\u22120.109")]
    [InlineData(0.0001, "0.000")]
    public void Numbers_Difference_ShowsItsSign(double value, string expected) => Assert.Equal(expected, Numbers.Difference(value, 3));

    private static string Found(RunResults results) => Spaces().Replace(Pages.Parse(results).Section("found").Element("p")!.Value, " ");

    [GeneratedRegex("\u202F")]
    private static partial Regex Spaces();
}
