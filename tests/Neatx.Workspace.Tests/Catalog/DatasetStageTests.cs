using Neatx.Core.Labels;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Tests.Catalog;

public sealed class DatasetStageTests : IDisposable
{
    private static readonly ColumnMapping Nih = TableFormats.Find("nih_cxr14").Columns with { Study = null };
    private const string NihHeader = "Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,Patient Gender,View Position\n";
    private readonly TestRun run = new([new() { Name = "Pleural thickening", Aliases = ["Pleural_Thickening"] }, new() { Name = "Mass" }]);

    public void Dispose() => run.Dispose();

    [Fact]
    public void Build_NihTable_GivesEveryColumn()
    {
        var table = run.Dataset(Nih, run.Write("t.csv", NihHeader + """
            a.png,No Finding,0,1,058Y,M,PA
            b.png,Nodule|Pleural_Thickening|nodule|mass,1,1,011M,F,AP
            c.png,,2,2,412Y,,

            """));
        Assert.Equal(["row", "image", "patient", "study", "age", "sex", "view", "findings", "findings_raw", "labelled", "follow_up"], run.Columns(table.Data));
        Assert.Equal([
            "1|a.png|1|-|58|M|PA|[]|-|True|0",
            "2|b.png|1|-|0.9166666666666666|F|AP|[Nodule,Pleural thickening,Mass]|-|True|1",
            "3|c.png|2|-|-|-|-|-|-|False|2"], run.Rows(table.Data));
        Assert.Equal((3L, 3L, (long?)2), (table.Rows, table.Images, table.Patients));
        Assert.Equal(["Pleural thickening", "Mass", "Nodule"], table.Findings);
        Assert.Equal("impossible-age", Assert.Single(table.Defects).Code);
    }

    [Fact]
    public void Build_PadChestLists_AreStrippedLoweredAndDeduplicated()
    {
        var mapping = new ColumnMapping { Image = "i", FindingList = "l", NormaliseNames = true, NoFinding = ["normal"] };
        var table = run.Dataset(mapping, run.Write("t.csv", """
            i,l
            a,"['Chest drain tube', ' pneumothorax', '', 'PNEUMOTHORAX ']"
            b,"['normal']"
            c,"['normal', 'mass']"
            d,nan
            e,
            f,['']

            """));
        Assert.Equal([
            "a|[chest drain tube,pneumothorax]|[Chest drain tube, pneumothorax,,PNEUMOTHORAX ]|True",
            "b|[]|[normal]|True",
            "c|[Mass]|[normal,mass]|True",
            "d|-|-|False",
            "e|-|-|False",
            "f|[]|[]|True"], run.Rows(table.Data, "image, findings, findings_raw, labelled"));
        Assert.Equal(("none-with-names", 1L), (table.Defects[0].Code, table.Defects[0].Count));
    }

    [Fact]
    public void Build_MalformedList_IsAProblem()
    {
        var table = run.Quarantine(new ColumnMapping { Image = "i", FindingList = "l" }, run.Write("t.csv", "i,l\na,['x'\nb,['x']\n"));
        Assert.Equal("t.csv:2, column 'l': expected a Python list of names, ',' or ']' at character 5, found '['x''. "
            + "Correct the cell, or name the separator between findings in the column mapping.", Assert.Single(table.Problems).ToString());
        Assert.Equal(["b"], run.Rows(table.Data, "image"));
    }

    [Fact]
    public void Build_DuplicateImages_AreSetAsideButTheFirst()
    {
        var path = run.Write("t.csv", "i,p\na,1\nb,1\na,2\nc,1\na,3\n");
        var table = run.Quarantine(new ColumnMapping { Image = "i", Patient = "p" }, path);
        Assert.Equal(["1|a|1", "2|b|1", "4|c|1"], run.Rows(table.Data, "\"row\", image, patient"));
        Assert.Equal(["t.csv:4, column 'i': expected an id once, found 'a'. It is first in t.csv:2. Remove one, or set combine_rows if several rows of an image are meant.",
            "t.csv:6, column 'i': expected an id once, found 'a'. It is first in t.csv:2. Remove one, or set combine_rows if several rows of an image are meant."],
            table.Problems.Select(problem => problem.ToString()));
        Assert.Equal((5L, 2L, 3L), (table.Rows, table.ProblemRows, table.Images));
    }

    [Fact]
    public void Build_DuplicateInAnotherFile_NamesBothFiles()
    {
        var table = run.Quarantine(new ColumnMapping { Image = "i" }, run.Write("1.csv", "i\na\n"), run.Write("2.csv", "i\nb\na\n"));
        Assert.StartsWith("2.csv:3, column 'i': expected an id once, found 'a'. It is first in 1.csv:2.", Assert.Single(table.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_CombinedRows_MakeOneImage()
    {
        var mapping = new ColumnMapping { Image = "i", Patient = "p", FindingName = "f", CombineRows = true };
        var table = run.Quarantine(mapping, run.Write("t.csv", "i,p,f\na,1,Nodule\nb,2,Mass\na,1,Mass\na,9,Mass\n"));
        Assert.Equal(["1|a|1|[Mass,Nodule]", "2|b|2|[Mass]"], run.Rows(table.Data, "\"row\", image, patient, findings"));
        Assert.Equal("t.csv:5, column 'p': expected the patient '1' that the image's first row names, found '9'. An image belongs to one patient; correct the row.",
            Assert.Single(table.Problems).ToString());
    }

    [Fact]
    public void Build_ColumnsOfStates_ListThePositive()
    {
        var mapping = new ColumnMapping
        {
            Image = "i",
            Findings = new Dictionary<string, string> { ["Mass"] = "m", ["Pleural_Thickening"] = "t" },
            Values = new Dictionary<string, LabelState> { ["1.0"] = LabelState.Positive, ["0.0"] = LabelState.Negative, ["-1.0"] = LabelState.Uncertain },
        };
        var table = run.Quarantine(mapping, run.Write("t.csv", "i,m,t\na,1.0,1.0\nb,-1.0,\nc,,\nd,2,0.0\n"));
        Assert.Equal(["a|[Pleural thickening,Mass]|True", "b|[]|True", "c|-|False"], run.Rows(table.Data, "image, findings, labelled"));
        Assert.Equal("t.csv:5, column 'm': expected '-1.0', '0.0' or '1.0', found '2'. Correct the cell, or name the word under 'values' in the column mapping.",
            Assert.Single(table.Problems).ToString());
    }

    [Fact]
    public void Build_KeptColumns_AreNumbersOnlyWhereEveryCellIs()
    {
        var keep = new Dictionary<string, string> { ["n"] = "n", ["code"] = "c", ["id"] = "d", ["file"] = "t", ["none"] = "e" };
        var table = run.Dataset(new ColumnMapping { Image = "i", Keep = keep }, run.Write("t.csv", """
            i,n,c,d,t,e
            a,1.5,007,12345678901234567890,x,
            b,,12,1,-1e3,
            c,-2,1,2,NaN,

            """));
        Assert.Equal(["DOUBLE", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"], run.Rows(table.Data, "typeof(n), typeof(code), typeof(id), typeof(file), typeof(\"none\")")[0].Split('|'));
        Assert.Equal(["1.5|007|x", "-|12|-1e3", "-2|1|NaN"], run.Rows(table.Data, "n, code, file"));
    }

    [Fact]
    public void Build_KeptNameThatIsTaken_IsRefused()
    {
        var path = run.Write("t.csv", "i,x\na,1\n");
        var mapping = new ColumnMapping { Image = "i", Keep = new Dictionary<string, string> { ["Age"] = "x" } };
        Assert.Contains("A kept column is named 'Age', which is the name of another column.", Assert.Throws<NeatxException>(() => run.Dataset(mapping, path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_MissingIdsAndBadAges_AreProblems()
    {
        var table = run.Quarantine(Nih with { FindingList = null, Keep = new Dictionary<string, string>() },
            run.Write("t.csv", NihHeader + "a,x,0,,5,M,PA\n,x,0,2,5,M,PA\nc,x,0,3,old,M,PA\nd,x,0,4,5,M,PA\n"));
        Assert.Equal(["t.csv:2, column 'Patient ID': expected the id of the patient, found ''. Give the row its id, or remove it.",
            "t.csv:3, column 'Image Index': expected the id of the image, found ''. Give the row its id, or remove it.",
            "t.csv:4, column 'Patient Age': expected years, or a number with Y, M, W or D, found 'old'. Correct the age, or leave it empty."],
            table.Problems.Select(problem => problem.ToString()));
        Assert.Equal(["d"], run.Rows(table.Data, "image"));
    }

    [Fact]
    public void Build_FormulaCells_AreKeptAsText()
    {
        var table = run.Dataset(new ColumnMapping { Image = "i", View = "v" }, run.Write("t.csv", "i,v\n=1+1,@SUM(A1)\n\"=HYPERLINK(\"\"x\"\")\",-1\n"));
        Assert.Equal(["=1+1|@SUM(A1)", "=HYPERLINK(\"x\")|-1"], run.Rows(table.Data, "image, view"));
    }

    [Fact]
    public void Build_TextThatIsNoNames_IsRefusedBeforeMemoryRunsOut()
    {
        var text = string.Concat(Enumerable.Range(0, 10_100).Select(i => $"{i}.png,report {i}\n"));
        var mapping = new ColumnMapping { Image = "i", FindingList = "l", Separator = "|" };
        var path = run.Write("t.csv", "i,l\n" + text);
        Assert.StartsWith("There are more than 10,000 different names of findings, the last 'report 99", Assert.Throws<NeatxException>(() => run.Dataset(mapping, path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_AbsentOptionalTable_IsUnavailableWithWhereToGetIt()
    {
        var table = run.Dataset(TestRun.Absent(Nih, Path.Combine(run.Data, "x.csv")));
        Assert.Equal("x.csv is absent; to be had from its authors", table.Unavailable);
        Assert.Null(table.Data);
    }

    [Fact]
    public void Build_Twice_WritesTheSameBytes()
    {
        var text = string.Concat(Enumerable.Range(0, 130_000).Select(i => $"{i}.png,{(i % 3 == 0 ? "Mass|Nodule" : "No Finding")},0,{i / 3},{i % 90},M,PA\n"));
        var path = run.Write("t.csv", NihHeader + text);
        var first = run.Bytes(run.Dataset(Nih, path).Data);
        Assert.Equal(first, run.Bytes(run.Dataset(Nih, path).Data));
        using var single = new TestRun(run.Context.Findings, options: new DatabaseOptions { Threads = 1 });
        Assert.Equal(first, single.Bytes(single.Dataset(Nih, path).Data));
    }
}
