using System.Globalization;
using System.Text.RegularExpressions;

namespace Neatx.Workspace.Tests.Report;

/// <summary>Contrast after WCAG 2.2 (relative luminance), computed from the style sheet of the page.</summary>
public sealed partial class ReportColourTests
{
    public static TheoryData<bool> Themes => [false, true];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Bands_InkOnShade_IsReadable(bool dark)
    {
        var colours = Colours(dark);
        for (var band = 0; band < 6; band++)
        {
            var name = FormattableString.Invariant($"--band-{band}");
            Assert.True(Contrast(colours[name], colours[name + "-ink"]) >= 4.5, name);
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Bands_ByAgreement_DarkenStepByStep(bool dark)
    {
        var colours = Colours(dark);
        var lightness = Enumerable.Range(0, 6).Select(band => Lightness(colours[FormattableString.Invariant($"--band-{band}")])).ToList();
        Assert.All(lightness.Zip(lightness.Skip(1)), step => Assert.True(step.First - step.Second >= 4, $"{step.First} to {step.Second}"));
    }

    [Theory]
    [InlineData("--ink", 7)]
    [InlineData("--muted", 4.5)]
    [InlineData("--accent", 4.5)]
    [InlineData("--second", 4.5)]
    [InlineData("--rater-0", 4.5)]
    [InlineData("--rater-1", 4.5)]
    [InlineData("--rater-2", 4.5)]
    [InlineData("--rater-3", 4.5)]
    [InlineData("--rater-4", 4.5)]
    [InlineData("--rater-5", 4.5)]
    [InlineData("--rater-6", 4.5)]
    [InlineData("--rater-7", 4.5)]
    [InlineData("--uncertain", 3)]
    public void Colours_OnTheGround_AreReadable(string name, double least)
    {
        foreach (var dark in new[] { false, true })
        {
            var contrast = Contrast(Colours(dark)[name], Colours(dark)["--ground"]);
            Assert.True(contrast >= least, FormattableString.Invariant($"{name}, dark {dark}: {contrast}"));
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Muted_OnLimitsAndSideBoxes_IsReadable(bool dark) => Assert.True(Contrast(Colours(dark)["--muted"], Colours(dark)["--faint"]) >= 4.5);

    [Theory]
    [MemberData(nameof(Themes))]
    public void Uncertain_IsGrey(bool dark)
    {
        var (red, green, blue) = Channels(Colours(dark)["--uncertain"]);
        Assert.True(Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)) < 0.06);
        Assert.InRange(red, 0.3, 0.75);
    }

    private static Dictionary<string, string> Colours(bool dark)
    {
        var style = Pages.Parse(SampleResults.Empty).Descendants("style").Single().Value;
        var roots = RootBlock().Matches(style).Select(match => match.Groups[1].Value).ToList();
        var colours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in roots.Take(dark ? 2 : 1))
            foreach (Match match in Property().Matches(block))
                colours[match.Groups[1].Value] = match.Groups[2].Value;
        return colours;
    }

    private static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>CIE L*, 0 to 100.</summary>
    private static double Lightness(string colour) => (116 * Math.Cbrt(Luminance(colour))) - 16;

    private static double Luminance(string colour)
    {
        var (red, green, blue) = Channels(colour);
        return (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue));
    }

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    private static (double Red, double Green, double Blue) Channels(string colour) => (Channel(colour, 1), Channel(colour, 3), Channel(colour, 5));

    private static double Channel(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;

    [GeneratedRegex(@":root \{([^}]*)\}")]
    private static partial Regex RootBlock();

    [GeneratedRegex(@"(--[a-z0-9-]+): (#[0-9a-f]{6});")]
    private static partial Regex Property();
}
