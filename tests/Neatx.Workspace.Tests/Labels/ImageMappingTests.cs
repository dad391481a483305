using Neatx.Core.Labels;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Tests.Catalog;

namespace Neatx.Workspace.Tests.Labels;

public sealed class ImageMappingTests : IDisposable
{
    private readonly TestRun run = new();
    private readonly DatasetDefinition images;
    private readonly TableReference data;

    public ImageMappingTests()
    {
        images = new DatasetDefinition("images", "Images", TestRun.Source(
            new ColumnMapping { Image = "i", Patient = "p" }, run.Write("images.csv", "i,p\na,1\nb,1\nc,2\nd,3\n")));
        data = TableReference.Of(run.Dataset(images.Table));
    }

    public void Dispose() => run.Dispose();

    [Fact]
    public void Build_Map_TranslatesAndCountsWhatItLeavesOut()
    {
        // x2 and x3 claim b, x3 more closely; x4 is no match; x5 is not in the map; x6 maps to an image the dataset does not have.
        var (table, _) = run.LabelSet(Set("own id,Image Index,mse\nx1,a,1.5\nx2,b,9\nx3,b,2\nx4,c,10\nx6,zz,1\n", "mse < 10", "mse"), images, data);
        Assert.Equal(["a|1|1|3", "b|1|3|1"], run.Rows(table.Data));
        Assert.Equal(["image-claimed-twice 1", "image-not-in-dataset 1", "image-not-in-map 1", "map-row-dropped 1"],
            table.Defects.Select(defect => $"{defect.Code} {defect.Count}"));
        Assert.Equal(["labels.csv", "map.csv"], table.Files.Select(file => file.File));
        Assert.Equal(6, table.Rows);
    }

    [Fact]
    public void Build_MapThatNamesAnIdTwice_IsAProblem()
    {
        var message = Assert.Throws<NeatxException>(() => run.LabelSet(Set("own id,Image Index,mse\nx1,a,1\nx1,b,1\n"), images, data)).Message;
        Assert.Contains("The table 'image map of set' has 1 problem rows of 2", message, StringComparison.Ordinal);
        Assert.Contains("map.csv:3, column 'own id': expected an id once, found 'x1'.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("msee < 10", null, "there is no column 'msee'; did you mean 'mse'?")]
    [InlineData("mse <", null, "syntax error")]
    [InlineData(null, "mse desc, foo", "there is no column 'foo'")]
    [InlineData(null, "mse limit 1", "one expression was expected")]
    public void Build_PredicateThatCannotBeUsed_NamesTheMap(string? where, string? prefer, string expected)
    {
        var message = Assert.Throws<NeatxException>(() => run.LabelSet(Set("own id,Image Index,mse\nx1,a,1\n", where, prefer), images, data)).Message;
        Assert.StartsWith("The predicate of the image map of label set 'set' cannot be used: ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_MapNotToBeHad_IsUnavailable()
    {
        var set = Set("own id,Image Index\nx1,a\n");
        set = set with { ImageMap = set.ImageMap! with { Table = TestRun.Absent(new(), Path.Combine(run.Data, "m.csv")) } };
        Assert.Equal("its image map: m.csv is absent; to be had from its authors", run.LabelSet(set, images, data).Labels.Unavailable);
    }

    private LabelSetDefinition Set(string map, string? where = null, string? prefer = null) => new()
    {
        Name = "set",
        Title = "Set",
        Kind = LabelKind.ImageReview,
        Dataset = "images",
        Table = TestRun.Source(
            new()
            {
                Image = "i",
                Findings = new Dictionary<string, string> { ["Mass"] = "m" },
                Values = new Dictionary<string, LabelState> { ["1"] = LabelState.Positive, ["0"] = LabelState.Negative },
            },
            run.Write("labels.csv", "i,m\nx1,1\nx2,1\nx3,0\nx4,1\nx5,1\nx6,1\n")),
        ImageMap = new ImageMap(TestRun.Source(new(), run.Write("map.csv", map)), "own id", "Image Index") { Where = where, Prefer = prefer },
    };
}
