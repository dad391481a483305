using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Catalog;

/// <summary>Headers, rows and lines.</summary>
public sealed class TableShapeTests : IDisposable
{
    private static readonly ColumnMapping Columns = new() { Image = "image", View = "view" };
    private readonly TestRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("image,view\na,PA\nb,AP\n")]
    [InlineData("image,view\r\na,PA\r\nb,AP\r\n")]
    [InlineData("image,view\ra,PA\rb,AP\r")]
    [InlineData("image,view\na,PA\nb,AP")]
    [InlineData(" IMAGE , view\n\n a ,PA\n\n\nb,AP\n\n")]
    [InlineData("view,image\nPA,a\nAP,b\n")]
    [InlineData(",image,view\n0,a,PA\n1,b,AP\n")]
    [InlineData("\"image\",\"view\"\n\"a\",\"PA\"\n\"b\",\"AP\"\n")]
    public void Read_SameTableWrittenDifferently_IsTheSame(string text)
    {
        var table = run.Dataset(Columns, run.Write("t.csv", text));
        Assert.Equal(["1|a|PA", "2|b|AP"], run.Rows(table.Data, "\"row\", image, view"));
        Assert.Equal(2, table.Rows);
    }

    [Fact]
    public void Read_EmptyLines_AreCountedAsDefect()
    {
        var table = run.Dataset(Columns, run.Write("t.csv", "image,view\n\na,PA\n\n"));
        Assert.Equal(("empty-line", 2L), (Assert.Single(table.Defects).Code, table.Defects[0].Count));
    }

    [Fact]
    public void Read_QuotedLineBreaks_KeepLineNumbersRight()
    {
        var path = run.Write("t.csv", "image,view\n\"a\",\"one\ntwo\r\nthree\"\nb\nc,PA\n");
        var message = Assert.Throws<NeatxException>(() => run.Dataset(Columns, path)).Message;
        Assert.Contains("t.csv:5: expected 2 columns, found '1 column'.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooFewAndTooManyColumns_AreProblems()
    {
        var path = run.Write("t.csv", "image,view\na\nb,PA,x\nc,PA,,\nd,AP\n");
        var table = run.Quarantine(Columns, path);
        Assert.Equal(["too-few-columns", "too-many-columns"], table.Problems.Select(problem => problem.Code));
        Assert.Equal("t.csv:3: expected 2 columns, found '3 columns, 'x' in column 3'. Check the row for a comma in a cell that is not quoted.", table.Problems[1].ToString());
        Assert.Equal(["c", "d"], run.Rows(table.Data, "image"));
        Assert.Equal((4L, 2L), (table.Rows, table.ProblemRows));
        Assert.Equal("ragged-row", Assert.Single(table.Defects).Code);
    }

    [Fact]
    public void Read_RaggedBoxHeader_IsReadAndCounted()
    {
        var path = run.Write("t.csv", "Image Index,Finding Label,Bbox [x,y,w,h],,,\na,Mass,1,2,3,4\nb,Mass,1,2,3,4\n");
        var table = run.Dataset(new ColumnMapping { Image = "Image Index", FindingName = "Finding Label", CombineRows = true }, path);
        Assert.Equal(2, table.Images);
        Assert.Equal(("ragged-header", 2L), (Assert.Single(table.Defects).Code, table.Defects[0].Count));
        Assert.Empty(table.Problems);
    }

    [Fact]
    public void Read_MissingColumn_NamesTheNearest()
    {
        var path = run.Write("t.csv", "Image Index,Veiw\na,PA\n");
        var message = Assert.Throws<NeatxException>(() => run.Dataset(new ColumnMapping { Image = "Image Index", View = "View" }, path)).Message;
        Assert.Equal("t.csv:1: there is no column 'View'; did you mean 'Veiw'? Correct the name where the column is asked for, or the file.", message);
    }

    [Fact]
    public void Read_SeparatedBySemicolons_SaysSo()
    {
        var path = run.Write("t.csv", "image;view\na;PA\n");
        Assert.Contains("the header seems to be separated by semicolons or tabs", Assert.Throws<NeatxException>(() => run.Dataset(Columns, path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ColumnTwice_IsRefusedOnlyWhenItIsUsed()
    {
        var path = run.Write("t.csv", "image,x,view,x\na,1,PA,2\n");
        Assert.Equal(1, run.Dataset(Columns, path).Images);
        var message = Assert.Throws<NeatxException>(() => run.Dataset(Columns with { Sex = "x" }, path)).Message;
        Assert.StartsWith("t.csv:1: the column 'x' is there twice (columns 2 and 4)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ListWithoutHeader_TakesEveryLine()
    {
        var table = run.Dataset(new ColumnMapping { Header = false, Image = "1" }, run.Write("t.txt", "a.png\nb.png\nc.png"));
        Assert.Equal(["a.png", "b.png", "c.png"], run.Rows(table.Data, "image"));
    }

    [Fact]
    public void Read_SeveralFiles_AreOneTable()
    {
        var table = run.Dataset(Columns, run.Write("1.csv", "image,view\na,PA\n"), run.Write("2.csv", "view,image\nAP,b\n"));
        Assert.Equal(["1|a|PA", "2|b|AP"], run.Rows(table.Data, "\"row\", image, view"));
        Assert.Equal(["1.csv", "2.csv"], table.Files.Select(file => file.File));
    }

    [Fact]
    public void Read_HashLine_IsNoComment()
    {
        var table = run.Dataset(Columns, run.Write("t.csv", "image,view\n#a,PA\n"));
        Assert.Equal(["#a"], run.Rows(table.Data, "image"));
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        var rows = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i},PA\n"));
        var images = new DatasetDefinition("images", "Images", TestRun.Source(Columns, run.Write("t.csv", "image,view\n" + rows)));
        Assert.ThrowsAny<OperationCanceledException>(() => DatasetStage.Build(images, run.Context, new CancellationToken(canceled: true)));
    }
}
