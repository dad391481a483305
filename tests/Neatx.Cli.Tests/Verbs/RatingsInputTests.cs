using System.IO.Compression;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>What neatx says of input that is not as it should be.</summary>
public sealed class RatingsInputTests : VerbTests
{
    [Fact]
    public void File_Mistyped_NamesTheNearest()
    {
        Scratch.Write("ratings.csv", Fixtures.Certainty);
        var message = Refused("agreement", "ratigns.csv", "--ratings", "a", "b");
        Assert.Equal($"there is no file 'ratigns.csv' in the folder '{Scratch.Folder}'; did you mean 'ratings.csv'?", message);
    }

    [Fact]
    public void File_InMistypedFolder_NamesTheFolderThatExists()
    {
        Scratch.Write("labels/deep/ratings.csv", Fixtures.Certainty);
        var message = Refused("agreement", "lables/deep/ratings.csv", "--ratings", "a", "b");
        Assert.Equal($"there is no file 'lables/deep/ratings.csv': the folder '{Scratch.Folder}' exists and has no folder 'lables'; did you mean 'labels'?", message);
    }

    [Fact]
    public void File_ThatIsAFolder_SaysSo()
    {
        Scratch.Write("labels/ratings.csv", Fixtures.Certainty);
        Assert.Equal("'labels' is a folder; a file was expected.", Refused("agreement", "labels", "--ratings", "a", "b"));
    }

    [Fact]
    public void File_Gzip_IsRead()
    {
        using (var stream = new GZipStream(File.Create(Scratch["r.csv.gz"]), CompressionMode.Compress)) stream.Write("i,a,b\n1,0,0\n2,1,1\n"u8);
        Assert.Equal(2, Json("agreement", "r.csv.gz", "--item", "i", "--ratings", "a", "b").GetProperty("n").GetInt64());
    }

    [Fact]
    public void File_CutOffGzip_IsRefused()
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) stream.Write("i,a,b\n1,0,0\n2,1,1\n"u8);
        File.WriteAllBytes(Scratch["r.csv.gz"], packed.ToArray()[..^6]);
        Assert.Contains("r.csv.gz", Refused("agreement", "r.csv.gz", "--ratings", "a", "b"), StringComparison.Ordinal);
    }

    [Fact]
    public void File_WithNul_IsRefusedWithItsLine()
    {
        Scratch.Write("r.csv", "i,a,b\n1,0,0\n2,\0,1\n");
        Assert.StartsWith("r.csv:3", Refused("agreement", "r.csv", "--ratings", "a", "b"), StringComparison.Ordinal);
    }

    [Fact]
    public void File_NotUtf8_IsRefusedWithItsLine()
    {
        File.WriteAllBytes(Scratch["r.csv"], [.. "i,a,b\n1,0,0\n2,bl"u8, 0xE5, .. ",1\n"u8]);
        Assert.StartsWith("r.csv:3", Refused("agreement", "r.csv", "--ratings", "a", "b"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("i,a,b\n")]
    public void File_WithoutRows_IsRefused(string content)
    {
        Scratch.Write("r.csv", content);
        Assert.StartsWith("r.csv", Refused("agreement", "r.csv", "--ratings", "a", "b"), StringComparison.Ordinal);
    }

    [Fact]
    public void File_BlankRatings_IsRefused()
    {
        Scratch.Write("r.csv", "i,a,b\n1,,\n2,,\n");
        Assert.Equal("r.csv holds no rating: every cell of a, b is blank.", Refused("agreement", "r.csv", "--ratings", "a", "b"));
        Assert.Equal("r.csv holds no rating: every cell that could hold one is blank.", Refused("consensus", "r.csv", "--ratings", "a", "b", "--rule", "majority"));
    }

    [Fact]
    public void Column_Mistyped_NamesTheNearest()
    {
        Scratch.Write("r.csv", "image,rater_a,rater_b\n1,0,0\n");
        var message = Refused("agreement", "r.csv", "--ratings", "rater_a", "rater_c");
        Assert.StartsWith("r.csv:1: there is no column 'rater_c'; did you mean 'rater_", message, StringComparison.Ordinal);
        Assert.DoesNotContain("protocol", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_Semicolons_SaysSo()
    {
        Scratch.Write("r.csv", "image;a;b\n1;0;0\n");
        Assert.Contains("semicolons", Refused("agreement", "r.csv", "--ratings", "a", "b"), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_OneRater_IsRefused()
    {
        Scratch.Write("r.csv", "i,r,l\n1,x,0\n2,x,1\n");
        Assert.Contains("at least two columns", Refused("agreement", "r.csv", "--ratings", "l"), StringComparison.Ordinal);
        Assert.Equal("r.csv holds ratings of one rater, 'x'; agreement is between two or more.", Refused("agreement", "r.csv", "--item", "i", "--rater", "r", "--label", "l"));
    }

    [Fact]
    public void Columns_NamedTwice_IsRefused()
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        Assert.Contains("'a' is named twice", Refused("agreement", "r.csv", "--ratings", "a", "a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--rater", "r")]
    [InlineData("--rater", "r", "--label", "l")]
    public void Columns_NotAllNamed_ShowsBothWays(params string[] options)
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        var message = Refused(["agreement", "r.csv", .. options]);
        Assert.Contains("--item COLUMN --ratings COLUMN COLUMN", message, StringComparison.Ordinal);
        Assert.Contains("--item COLUMN --rater COLUMN --label COLUMN", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_BothWays_IsRefused()
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        Assert.Contains("Give one or the other", Refused("agreement", "r.csv", "--ratings", "a", "b", "--rater", "a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_FreeText_IsRefused()
    {
        Scratch.Write("r.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 300).Select(row => $"0,note {row}\n")));
        Assert.Contains("column 'b': more than 250 different texts", Refused("agreement", "r.csv", "--ratings", "a", "b"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_Wrong_AreListedTogetherWithTheirPlaces()
    {
        Scratch.Write("r.csv", "item,rater,label\n,x,0\n1,,0\n1\n2,x,1\n");
        Assert.Equal(
            """
            r.csv has 3 problems:
              r.csv:2, column 'item': expected the name of an item, found ''. Name the item, or take out the row.
              r.csv:3, column 'rater': expected the name of a rater, found ''. Name the rater, or take out the row.
              r.csv:4: expected 3 columns, found '1 column'. Check the row for a line break or a missing comma.
            """,
            Refused("agreement", "r.csv", "--item", "item", "--rater", "rater", "--label", "label"));
    }

    [Fact]
    public void Rows_ManyWrong_AreCounted()
    {
        Scratch.Write("r.csv", "item,rater,label\n" + string.Concat(Enumerable.Repeat(",x,0\n", 9)));
        var message = Refused("agreement", "r.csv", "--item", "item", "--rater", "rater", "--label", "label");
        Assert.StartsWith("r.csv has 9 problems:", message, StringComparison.Ordinal);
        Assert.EndsWith("\n  and 4 more", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rater_TwoAnswersToOneItem_IsRefusedWithBothLines()
    {
        Scratch.Write("r.csv", "item,rater,label\n1,x,0\n1,y,0\n1,x,1\n");
        var message = Refused("agreement", "r.csv", "--item", "item", "--rater", "rater", "--label", "label");
        Assert.Contains("r.csv:4: expected one rating of item '1' by rater 'x', who said '0' in line 2, found '1'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cluster_TwoOfOneItemOrBlank_IsRefused()
    {
        Scratch.Write("r.csv", "item,p,rater,label\n1,p1,x,0\n1,p2,y,0\n2,,x,1\n");
        var message = Refused("agreement", "r.csv", "--item", "item", "--rater", "rater", "--label", "label", "--cluster", "p");
        Assert.Contains("r.csv:3, column 'p': expected 'p1', as line 2 says of the same item, found 'p2'", message, StringComparison.Ordinal);
        Assert.Contains("r.csv:4, column 'p': expected the cluster of the item, found ''", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Certainty_OtherText_IsRefusedWithItsPlace()
    {
        Scratch.Write("r.csv", "item,a,b\n1,0,0.3\n");
        Assert.StartsWith("r.csv:2, column 'b': expected a certainty (0, 0.25, 0.5, 0.75, 1)", Refused("agreement", "r.csv", "--ratings", "a", "b", "--uncertain", "drop"), StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_OtherThanStated_IsRefusedWithItsPlace()
    {
        Scratch.Write("r.csv", "item,a,b\n1,mild,sever\n");
        Assert.StartsWith("r.csv:2, column 'b': 'sever' is none of the stated categories mild, severe.", Refused("agreement", "r.csv", "--categories", "mild", "severe", "--ratings", "a", "b"), StringComparison.Ordinal);
        Assert.Contains("stated twice", Refused("agreement", "r.csv", "--categories", "mild", "mild", "--ratings", "a", "b"), StringComparison.Ordinal);
        Assert.Contains("Leave one of the two out", Refused("agreement", "r.csv", "--categories", "mild", "--sides", "--ratings", "a", "b"), StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_InvalidAsPositive_IsRefused()
    {
        Scratch.Write("r.csv", "item,a,b\n1,x,INVALID\n");
        Assert.Contains("read by side of .5", Refused("agreement", "r.csv", "--ratings", "a", "b", "--invalid", "positive"), StringComparison.Ordinal);
    }
}
