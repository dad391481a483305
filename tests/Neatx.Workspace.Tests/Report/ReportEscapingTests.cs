using System.Xml.Linq;
using CsCheck;

namespace Neatx.Workspace.Tests.Report;

/// <summary>Names come from files that others wrote: whatever they hold, they stay text.</summary>
public sealed class ReportEscapingTests
{
    private const string Hostile = "</title></style><script>alert(1)</script><img src=x onerror=alert(2)> \"' & ]]> &amp; javascript:alert(3)";

    [Fact]
    public void Write_HostileNames_StayText()
    {
        var (plain, hostile) = (Pages.Parse(SampleTraining.Results), Pages.Parse(HostileResults.With(Hostile)));
        Assert.Empty(hostile.Each("script").Concat(hostile.Each("img")));
        Assert.Equal(Names(plain), Names(hostile));
        Assert.Equal(Hostile, hostile.Each("h1").Single().Value);
        Assert.Contains(hostile.Each("th"), cell => cell.Value.StartsWith(Hostile, StringComparison.Ordinal));
        Assert.All(hostile.Each("a"), link => Assert.False(((string)link.Attribute("href")!).StartsWith("javascript:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a\u0000b\u0007c\uFFFEd", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("evil\u202Etxt.exe\u2066", "evil\uFFFDtxt.exe\uFFFD")]
    [InlineData("whole \uD83D\uDE00 pair, \u05E2\u05D1\u05E8\u05D9\u05EA", "whole \uD83D\uDE00 pair, \u05E2\u05D1\u05E8\u05D9\u05EA")]
    public void Write_CharactersThatNoPageMayHold_AreReplaced(string name, string expected) =>
        Assert.Equal(expected, Pages.Parse(HostileResults.With(name)).Each("h1").Single().Value);

    [Fact]
    public void Write_HalfASurrogatePair_IsReplaced() =>
        Assert.Equal("half \uFFFD pair", Pages.Parse(HostileResults.With("half \uD83D pair")).Each("h1").Single().Value);

    [Fact]
    public void Write_AnyText_IsReadBackAsItWas() =>
        Gen.String[Gen.Char[' ', '\u04FF'], 1, 30].Sample(text => Pages.Parse(SampleResults.Empty with { Title = text }).Each("h1").Single().Value == Readable(text), iter: 300);

    private static string Readable(string text) => Neatx.Workspace.Report.Markup.PlainText.Clean(text);

    private static IReadOnlyList<string> Names(XElement page) => [.. page.Descendants().Select(element => element.Name.LocalName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
