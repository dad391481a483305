using Neatx.Core.Labels;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Tests.Catalog;

namespace Neatx.Workspace.Tests.Labels;

/// <summary>Codes in the rows below: 0 missing, 1 negative, 2 uncertain, 3 positive, 4 invalid.</summary>
public sealed class LabelSetTableTests : IDisposable
{
    private static readonly Dictionary<string, LabelState> Words = new() { ["yes"] = LabelState.Positive, ["no"] = LabelState.Negative, ["?"] = LabelState.Uncertain, ["x"] = LabelState.Invalid };

    private readonly TestRun run = new([
        new() { Name = "Mass" }, new() { Name = "Nodule" }, new() { Name = "Nodule or mass", AnyOf = ["Nodule", "Mass"] },
        new() { Name = "Infiltration", Aliases = ["Infiltrate"] }]);

    private readonly DatasetDefinition images;
    private readonly TableReference data;

    public LabelSetTableTests()
    {
        images = new DatasetDefinition("images", "Images", TestRun.Source(
            new ColumnMapping { Image = "i", Patient = "p", View = "v", FindingList = "l", Separator = "|", NoFinding = ["none"] },
            run.Write("images.csv", "i,p,v,l\na,1,PA,Mass|Infiltrate\nb,1,AP,none\nc,2,PA,\nd,3,PA,Effusion\n")));
        data = TableReference.Of(run.Dataset(images.Table));
    }

    public void Dispose() => run.Dispose();

    [Fact]
    public void Build_DatasetsOwnFindings_UnlistedAsStatedAndBlankAsMissing()
    {
        var (table, labels) = run.LabelSet(Set() with { Unlisted = LabelState.Negative }, images, data);
        Assert.Equal(["Mass", "Infiltration", "Effusion"], table.Findings);
        Assert.Equal(["image", "patient", "row", "Mass", "Infiltration", "Effusion"], run.Columns(table.Data));
        Assert.Equal(["a|1|1|3|3|1", "b|1|2|1|1|1", "c|2|3|0|0|0", "d|3|4|1|1|3"], run.Rows(table.Data));
        Assert.Equal(new StateCounts("Mass", 1, 2, 0, 0, 1), labels.Findings[0]);
        Assert.Equal("the findings of the dataset 'images'", labels.Provenance);
        Assert.Equal((4L, (long?)3), (labels.Images, labels.Patients));
    }

    [Fact]
    public void Build_UnlistedMissing_SaysNothingOfWhatIsNotListed()
    {
        var (table, _) = run.LabelSet(Set() with { Findings = ["Mass"] }, images, data);
        Assert.Equal(["a|3", "b|0", "c|0", "d|0"], run.Rows(table.Data, "image, Mass"));
    }

    [Fact]
    public void Build_FindingsAskedFor_AreDerivedFromWhatListsCouldHold()
    {
        var (table, _) = run.LabelSet(Set() with { Findings = ["Nodule or mass", "Hernia"], Unlisted = LabelState.Negative }, images, data);
        Assert.Equal(["Nodule or mass", "Hernia"], table.Findings);
        Assert.Equal(["a|3|1", "b|1|1", "c|0|0", "d|1|1"], run.Rows(table.Data, "image, \"Nodule or mass\", Hernia"));
    }

    [Fact]
    public void Build_Where_KeepsImagesOfTheDatasetThatSatisfyIt()
    {
        var (table, _) = run.LabelSet(Set() with { Where = "view = 'PA' and labelled" }, images, data);
        Assert.Equal(["a", "d"], run.Rows(table.Data, "image"));
        var message = Assert.Throws<NeatxException>(() => run.LabelSet(Set() with { Where = "veiw = 'PA'" }, images, data)).Message;
        Assert.StartsWith("The predicate of label set 'set' cannot be used: there is no column 'veiw'; did you mean 'view'? The columns are row, image, patient,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ColumnsOfWords_GivesStatesAndDerivesFindings()
    {
        var source = Table(new() { Image = "i", Findings = Names("Mass", "Nodule"), Values = Words }, "i,Mass,Nodule\na,YES,no\nb,no,no\nd,?,\nc,x,no\n");
        var (table, _) = run.LabelSet(Set(source), images, data);
        Assert.Equal(["Mass", "Nodule", "Nodule or mass"], table.Findings);
        Assert.Equal(["a|1|1|3|1|3", "b|1|2|1|1|1", "d|3|3|2|0|2", "c|2|4|4|1|4"], run.Rows(table.Data));
    }

    [Fact]
    public void Build_SetThatJudgesTheDerivedFindingItself_KeepsItsJudgement()
    {
        var source = Table(new() { Image = "i", Findings = Names("Mass", "Nodule", "Nodule or mass"), Values = Words }, "i,Mass,Nodule,Nodule or mass\na,yes,no,no\n");
        Assert.Equal(["3|1|1"], run.Rows(run.LabelSet(Set(source), images, data).Table.Data, "Mass, Nodule, \"Nodule or mass\""));
    }

    [Fact]
    public void Build_FindingWithoutColumn_IsRefused()
    {
        var source = Table(new() { Image = "i", Findings = Names("Mass"), Values = Words }, "i,Mass\na,yes\n");
        var message = Assert.Throws<NeatxException>(() => run.LabelSet(Set(source) with { Findings = ["Mass", "Nodule or mass"] }, images, data)).Message;
        Assert.Equal("label set 'set' is to judge 'Nodule or mass', for which its table has no column; known: Mass.", message);
    }

    [Fact]
    public void Build_RowsOfOneImage_AreCombinedPositiveIfAny()
    {
        var source = Table(new() { Image = "i", Findings = Names("Mass"), Values = Words, CombineRows = true }, "i,Mass\na,no\nb,no\na,yes\nb,\nc,\n");
        var (table, _) = run.LabelSet(Set(source), images, data);
        Assert.Equal(["a|1|3", "b|2|1", "c|5|0"], run.Rows(table.Data, "image, \"row\", Mass"));
        Assert.Equal(5, table.Rows);
    }

    [Fact]
    public void Build_RowsOfOneImageNotToBeCombined_AreProblems()
    {
        var source = Table(new() { Image = "i", Findings = Names("Mass"), Values = Words }, "i,Mass\na,no\na,yes\nb,yes\n");
        var message = Assert.Throws<NeatxException>(() => run.LabelSet(Set(source), images, data)).Message;
        Assert.StartsWith("The table 'set' has 1 problem rows of 3, more than the 0.10 % that is accepted (1 duplicate-row).", message, StringComparison.Ordinal);
        Assert.Contains("labels.csv:3, column 'i': expected an id once, found 'a'. It is first in labels.csv:2.", message, StringComparison.Ordinal);
        Assert.Contains("set.problems.csv. Correct the file, or set on_problem: quarantine", message, StringComparison.Ordinal);
        Assert.StartsWith("code,file,line,column,found,expected,next_step\nduplicate-row,labels.csv,3,i,a,an id once,", run.Text("catalog/set.problems.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_RowAFinding_IsPositiveByBeingThere()
    {
        var source = Table(new() { Image = "i", FindingName = "f", CombineRows = true }, "i,f\na,Mass\na,Infiltrate\nb,Mass\na,Mass\n");
        var (table, _) = run.LabelSet(Set(source) with { Findings = ["Mass", "Infiltration", "Nodule"], Unlisted = LabelState.Negative }, images, data);
        Assert.Equal(["Mass", "Nodule", "Nodule or mass", "Infiltration"], table.Findings);
        Assert.Equal(["a|1|1|3|1|3|3", "b|1|3|3|1|3|1"], run.Rows(table.Data));
    }

    [Fact]
    public void Build_RowAFindingWithValue_UsesIt()
    {
        var source = Table(new() { Image = "i", FindingName = "f", Value = "v", Values = Words }, "i,f,v\na,Mass,no\na,Nodule,?\nb,Mass,\n");
        Assert.Equal(["a|1|2", "b|0|0"], run.Rows(run.LabelSet(Set(source), images, data).Table.Data, "image, Mass, Nodule"));
    }

    [Fact]
    public void Build_ImagesTheDatasetDoesNotHave_AreLeftOutAndCounted()
    {
        var source = Table(new() { Image = "i", Patient = "p", Findings = Names("Mass"), Values = Words }, "i,p,Mass\na,9,no\nzz,9,yes\n");
        var (table, _) = run.LabelSet(Set(source), images, data);
        Assert.Equal(["a|1"], run.Rows(table.Data, "image, patient"));
        Assert.Equal(("image-not-in-dataset", 1L), (Assert.Single(table.Defects).Code, table.Defects[0].Count));
    }

    [Fact]
    public void Build_DatasetNotToBeHad_KeepsImagesAndTheTablesPatients()
    {
        var absent = new TableReference("images", null, "images.csv is absent");
        var source = Table(new() { Image = "i", Patient = "p", Findings = Names("Mass"), Values = Words }, "i,p,Mass\na,9,no\nzz,9,yes\n");
        Assert.Equal(["a|9", "zz|9"], run.Rows(run.LabelSet(Set(source), images, absent).Table.Data, "image, patient"));
        Assert.Equal("its predicate needs the dataset 'images': images.csv is absent", run.LabelSet(Set(source) with { Where = "true" }, images, absent).Labels.Unavailable);
        Assert.Equal("its dataset 'images': images.csv is absent", run.LabelSet(Set(), images, absent).Table.Unavailable);
    }

    [Fact]
    public void Build_FindingNamedLikeAColumn_IsRefused()
    {
        var source = Table(new() { Image = "i", Findings = new Dictionary<string, string> { ["Row"] = "m" }, Values = Words }, "i,m\na,no\n");
        Assert.Contains("a finding named 'Row', which is the name of a column of every label set", Assert.Throws<NeatxException>(() => run.LabelSet(Set(source), images, data)).Message, StringComparison.Ordinal);
    }

    private static LabelSetDefinition Set(TableSource? table = null) =>
        new() { Name = "set", Title = "Set", Kind = LabelKind.ImageReview, Dataset = "images", Table = table };

    private static Dictionary<string, string> Names(params string[] names) => names.ToDictionary(name => name);

    private TableSource Table(ColumnMapping columns, string text) => TestRun.Source(columns, run.Write("labels.csv", text));
}
