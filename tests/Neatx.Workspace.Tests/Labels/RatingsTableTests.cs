using Neatx.Core.Labels;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Tests.Catalog;

namespace Neatx.Workspace.Tests.Labels;

/// <summary>Codes of ratings in the rows below: 0 missing, 1 INVALID, 2 to 6 the certainties 0, .25, .5, .75, 1.</summary>
public sealed class RatingsTableTests : IDisposable
{
    private static readonly ColumnMapping Wide = new()
    {
        Image = "i",
        Raters = ["r1", "r2"],
        Findings = new Dictionary<string, string> { ["Drain"] = "d_{rater}", ["Tube"] = "t_{rater}" },
        Keep = new Dictionary<string, string> { ["note"] = "n_{rater}", ["side"] = "s" },
    };

    private static readonly ColumnMapping Long = new() { Image = "i", Rater = "who", Findings = new Dictionary<string, string> { ["Drain"] = "d" } };
    private readonly TestRun run = new([new() { Name = "Tube" }, new() { Name = "Drain" }]);

    public void Dispose() => run.Dispose();

    [Fact]
    public void Build_Wide_GivesARowAnImageAndRater()
    {
        var table = Build(Wide, "i,d_r1,t_r1,n_r1,d_r2,t_r2,n_r2,s\nb,1.0,0.25,ok,,invalid,,L\na,0,.5,,0.75,1,dark,R\n");
        Assert.Equal(["image", "patient", "row", "rater_number", "rater", "Tube", "Drain", "note", "side"], run.Columns(table.Data));
        Assert.Equal(["b|-|1|0|r1|3|6|ok|L", "b|-|1|1|r2|1|0|-|L", "a|-|2|0|r1|4|2|-|R", "a|-|2|1|r2|6|5|dark|R"],
            run.Rows(table.Data, order: "\"row\", rater_number"));
        Assert.Equal((2L, 2L, (long?)null), (table.Rows, table.Images, table.Patients));
        Assert.Equal(["r1", "r2"], table.Raters);
        Assert.Equal(["Tube", "Drain"], table.Findings);
    }

    [Fact]
    public void Build_Long_NumbersRatersAsTheyAppear()
    {
        var table = Build(Long, "i,who,d\na,zoe,1\na,adam,0\nb,adam,0.5\n");
        Assert.Equal(["a|1|0|zoe|6", "a|2|1|adam|2", "b|3|1|adam|4"], run.Rows(table.Data, "image, \"row\", rater_number, rater, Drain"));
        Assert.Equal(["zoe", "adam"], table.Raters);
    }

    [Fact]
    public void Build_RowAFinding_IsOneRatingAnImageAndRater()
    {
        var mapping = new ColumnMapping { Image = "i", Rater = "who", FindingName = "f", Value = "v", Keep = new Dictionary<string, string> { ["note"] = "n" } };
        var table = Build(mapping, "i,who,f,v,n\na,x,Drain,1,\na,y,Drain,0,\na,x,Tube,.25,late\nb,x,Tube,,\n");
        Assert.Equal(["a|1|x|3|6|late", "a|2|y|0|2|-", "b|4|x|0|0|-"], run.Rows(table.Data, "image, \"row\", rater, Tube, Drain, note"));
    }

    [Fact]
    public void Build_States_ReadsWords()
    {
        var mapping = Long with { Values = new Dictionary<string, LabelState> { ["YES"] = LabelState.Positive, ["NO"] = LabelState.Negative } };
        var table = Build(mapping, "i,who,d\na,x,yes\na,y,NO\n", states: true);
        Assert.Equal(["3", "1"], run.Rows(table.Data, "Drain", "rater"));
    }

    [Fact]
    public void Build_BadRating_IsAProblemOfTheWholeRow()
    {
        var table = Build(Wide, "i,d_r1,t_r1,n_r1,d_r2,t_r2,n_r2,s\nb,1,1,,1,0.3,,\na,1,1,,1,1,,\n");
        Assert.Equal("ratings.csv:2, column 't_r2': expected 0, 0.25, 0.5, 0.75, 1, INVALID or an empty cell, found '0.3'. "
            + "Correct the rating; for cells that hold words, state values: in the column mapping and states: true.", Assert.Single(table.Problems).ToString());
        Assert.Equal(["a", "a"], run.Rows(table.Data, "image"));
        Assert.Equal(1, table.ProblemRows);
    }

    [Fact]
    public void Build_ImageTwiceForARater_IsAProblem()
    {
        var wide = Build(Wide, "i,d_r1,t_r1,n_r1,d_r2,t_r2,n_r2,s\nb,1,1,,1,1,,\nb,1,1,,1,1,,\n");
        Assert.Equal((1L, 1L, "ratings.csv:3, column 'i': expected an id once, found 'b'."), (wide.ProblemRows, wide.Images, Assert.Single(wide.Problems).ToString()[..58]));
        var rows = Build(Long, "i,who,d\na,x,1\na,y,1\na,x,0\n");
        Assert.StartsWith("ratings.csv:4, column 'i': expected an id once, found 'a, x'.", Assert.Single(rows.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal(["x|6", "y|6"], run.Rows(rows.Data, "rater, Drain"));
    }

    [Fact]
    public void Build_WithDataset_TakesItsPatients()
    {
        var images = run.Dataset(new ColumnMapping { Image = "i", Patient = "p" }, run.Write("images.csv", "i,p\na,7\n"));
        var table = Build(Long with { Patient = "p" }, "i,p,who,d\na,1,x,1\nzz,2,x,1\n", images: TableReference.Of(images));
        Assert.Equal(["a|7", "zz|2"], run.Rows(table.Data, "image, patient"));
        Assert.Equal(("image-not-in-dataset", 1L), (Assert.Single(table.Defects).Code, table.Defects[0].Count));
    }

    [Fact]
    public void Build_ShapesThatCannotBe_AreRefused()
    {
        Assert.Contains("names no raters", Refusal(Wide with { Raters = [] }), StringComparison.Ordinal);
        Assert.Contains("names no findings", Refusal(Long with { Findings = new Dictionary<string, string>() }), StringComparison.Ordinal);
        Assert.Contains("do not say what was rated absent", Refusal(Long with { FindingList = "d" }), StringComparison.Ordinal);
        Assert.Contains("every rating stands for itself", Refusal(Long with { CombineRows = true }), StringComparison.Ordinal);
        Assert.Contains("two columns named 'rater'", Refusal(Long with { Keep = new Dictionary<string, string> { ["rater"] = "d" } }), StringComparison.Ordinal);
    }

    private string Refusal(ColumnMapping mapping) => Assert.Throws<NeatxException>(() => Build(mapping, "i,who,d\na,x,1\n")).Message;

    private TableSummary Build(ColumnMapping mapping, string text, bool states = false, TableReference? images = null) => RatingsTable.Build(
        new RatingsDefinition
        {
            Name = "ratings",
            Title = "Ratings",
            States = states,
            Table = TestRun.Source(mapping, run.Write("ratings.csv", text)) with { OnProblem = ProblemPolicy.Quarantine },
        },
        images,
        run.Context,
        TestContext.Current.CancellationToken);
}
