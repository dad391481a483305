namespace Neatx.Cli.Tests.Verbs;

/// <summary>Agreement as people read it.</summary>
public sealed class AgreementTextTests : VerbTests
{
    [Fact]
    public void Agreement_Text_LeadsWithTheFigureAskedFor()
    {
        Scratch.Write("r.csv", Fixtures.CohenPage45);
        var lines = Neatx("agreement", "r.csv", "--ratings", "a", "b", "--weights", "linear", "--resamples", "0").Output.Split('\n');
        Assert.StartsWith("cohen_kappa_linear 0.4", lines[0], StringComparison.Ordinal);
        Assert.Equal("n 200 of 200 items; policy invalid=drop missing=drop", lines[1]);
        Assert.StartsWith("the categories are in the order of their texts", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Agreement_Text_ShowsTheCrosstabWithItsSums()
    {
        Scratch.Write("r.csv", Fixtures.CohenPage45);
        Assert.Contains("""
            rows a, columns b
                   x   y   z  all
            x     88  10   2  100
            y     14  40   6   60
            z     18  10  12   40
            all  120  60  20  200
            """, Neatx("agreement", "r.csv", "--ratings", "a", "b").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ratings", "a", "b", "--sides", "--all-policies")]
    [InlineData("--ratings", "a", "b", "--uncertain", "class", "--invalid", "class", "--missing", "class")]
    [InlineData("--ratings", "a", "b", "patient", "--resamples", "50")]
    public void Agreement_Text_FitsIn80ColumnsWithoutColour(params string[] options)
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        var ended = Neatx(["agreement", "r.csv", .. options]);
        Assert.Equal(0, ended.Code);
        Assert.DoesNotContain('\e', ended.Output);
        Assert.DoesNotContain(ended.Output.Split('\n'), line => line.Length > 80 || line.EndsWith(' '));
    }

    [Fact]
    public void Agreement_Text_GivesTheReasonOfTheUndefined()
    {
        Scratch.Write("r.csv", "item,a,b\n1,no,no\n2,no,no\n");
        var ended = Neatx("agreement", "r.csv", "--ratings", "a", "b");
        Assert.StartsWith("cohen_kappa undefined (", ended.Output, StringComparison.Ordinal);
        Assert.Contains("\nundefined, ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreement_ManyRaters_ListsEveryPair()
    {
        Scratch.Write("r.csv", Fixtures.FourRaters);
        var output = Neatx("agreement", "r.csv", "--item", "unit", "--rater", "rater", "--label", "label").Output;
        Assert.Contains("4 raters, 41 ratings; categories 1, 2, 3, 4, 5", output, StringComparison.Ordinal);
        Assert.Contains("\nD      C      10 ", output, StringComparison.Ordinal);
    }
}
