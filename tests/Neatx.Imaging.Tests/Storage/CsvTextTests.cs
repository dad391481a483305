namespace Neatx.Imaging.Tests.Storage;

public sealed class CsvTextTests
{
    /// <summary>Every text of up to five of these characters, of which a spreadsheet takes six for the beginning of a formula.</summary>
    private static readonly string[] Texts =
        [.. Enumerable.Range(0, 5).Aggregate(new List<string> { "" }, (texts, _) => [.. texts, .. texts.SelectMany(text => "'=+-@\t\ra".Select(next => text + next))]).Distinct()];

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("'=1", "''=1")]
    [InlineData("''-1", "'''-1")]
    [InlineData("'", "'")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("", "")]
    [InlineData("a=b", "a=b")]
    public void Cell_Text_IsQuotedAndNeverAFormula(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Fact]
    public void Cell_AnyText_BeginsNoFormula() => Assert.DoesNotContain(Texts, text => CsvText.Cell(text).TrimStart('"') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]);

    [Fact]
    public void Cell_AnyTwoTexts_AreTwoCells() => Assert.Equal(Texts.Length, Texts.Select(CsvText.Cell).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Plain_OfACell_IsItsText() => Assert.All(Texts, text => Assert.Equal(text, CsvText.Plain(CsvText.Cell(text).Trim('"')).ToString()));

    /// <summary>Tables that others wrote escape nothing.</summary>
    [Theory]
    [InlineData("=1+1")]
    [InlineData("-1")]
    [InlineData("'")]
    [InlineData("''")]
    [InlineData("'quoted'")]
    [InlineData("'a=b")]
    [InlineData("a'=b")]
    [InlineData("")]
    public void Plain_CellThatWasNotEscaped_StaysAsItStands(string cell) => Assert.Equal(cell, CsvText.Plain(cell).ToString());
}
