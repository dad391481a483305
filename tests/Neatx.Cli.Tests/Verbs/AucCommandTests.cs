using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>The figures and the contract of neatx auc.</summary>
public sealed class AucCommandTests : VerbTests
{
    /// <summary>Ten images of five patients, one without a label.</summary>
    private const string Small = """
        image,patient,drain,good,bad
        1,a,1,0.9,0.1
        2,a,1,0.8,0.2
        3,b,0,0.3,0.9
        4,b,0,0.2,0.7
        5,c,1,0.4,0.3
        6,d,0,0.5,0.6
        7,d,0,0.1,0.8
        8,e,,,0.5
        9,e,1,0.7,0.25
        10,e,0,0.45,0.75

        """;

    /// <summary>WFNS grade and outcome of 113 patients after subarachnoid haemorrhage (Turck and others 2010, Intensive Care Medicine 36).</summary>
    private static string Wfns
    {
        get
        {
            int[] good = [37, 20, 3, 8, 4], poor = [2, 12, 1, 8, 18];
            var text = new StringBuilder("outcome,wfns\n");
            for (var grade = 1; grade <= good.Length; grade++)
            {
                for (var row = 0; row < good[grade - 1]; row++) text.Append(CultureInfo.InvariantCulture, $"Good,{grade}\n");
                for (var row = 0; row < poor[grade - 1]; row++) text.Append(CultureInfo.InvariantCulture, $"Poor,{grade}\n");
            }

            return text.ToString();
        }
    }

    [Fact]
    public void Auc_PublishedRatings_IsAsPublished()
    {
        Scratch.Write("s.csv", Wfns);
        var json = Json("auc", "s.csv", "--label", "outcome", "--positive", "Poor", "--score", "wfns");
        Assert.Equal((113, 41), (json.GetProperty("n").GetInt32(), json.GetProperty("positives").GetInt32()));
        var auc = json.GetProperty("scores")[0].GetProperty("statistics").GetProperty("auc");
        Assert.Equal(.823679, auc.GetProperty("value").GetDouble(), 6);
        Assert.Equal(.0014699147, Math.Pow(auc.GetProperty("se").GetDouble(), 2), 9);
        Assert.Equal("normal, DeLong", auc.GetProperty("ci_method").GetString());
        Assert.Equal("bootstrap by image, percentile, 2000 resamples, seed 1", auc.GetProperty("bootstrap_method").GetString());
        Assert.Contains("is no probability", json.GetProperty("scores")[0].GetProperty("statistics").GetProperty("ece").GetProperty("undefined").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Auc_Json_HoldsTheContract()
    {
        Scratch.Write("s.csv", Small);
        var ended = Neatx("auc", "s.csv", "--label", "drain", "--score", "good", "bad", "--cluster", "patient", "--json", "--resamples", "50");
        Assert.Equal(0, ended.Code);
        var json = JsonDocument.Parse(ended.Output).RootElement;
        Assert.Equal(
            ["n", "positives", "negatives", "rows", "clusters", "label", "positive", "negative", "policy", "scores", "paired"],
            Names(json), StringComparer.Ordinal);
        Assert.Equal((9, 4, 5, 10, 5), (Whole(json, "n"), Whole(json, "positives"), Whole(json, "negatives"), Whole(json, "rows"), Whole(json, "clusters")));
        var (good, bad) = (json.GetProperty("scores")[0], json.GetProperty("scores")[1]);
        Assert.Equal(["name", "statistics", "operating_points", "calibration"], Names(good), StringComparer.Ordinal);
        Assert.Equal(["name", "warning", "statistics", "operating_points", "calibration"], Names(bad), StringComparer.Ordinal);
        Assert.Equal(["auc", "average_precision", "brier", "ece"], Names(good.GetProperty("statistics")), StringComparer.Ordinal);
        Assert.Equal(.9, Value(good.GetProperty("statistics"), "auc"), 12);
        Assert.Equal(
            ["Youden", "sensitivity >= 0.95", "specificity >= 0.95"],
            [.. good.GetProperty("operating_points").EnumerateArray().Select(point => point.GetProperty("rule").GetString()!)],
            StringComparer.Ordinal);
        Assert.Equal(JsonValueKind.Null, bad.GetProperty("operating_points")[2].GetProperty("threshold").ValueKind);
        Assert.Equal(10, good.GetProperty("calibration").GetArrayLength());
        var pair = Assert.Single(json.GetProperty("paired").EnumerateArray());
        Assert.Equal(["a", "b", "statistics"], Names(pair), StringComparer.Ordinal);
        Assert.Equal(["auc_difference", "z"], Names(pair.GetProperty("statistics")), StringComparer.Ordinal);
        Assert.Equal(.9, Value(pair.GetProperty("statistics"), "auc_difference"), 12);
        Assert.StartsWith("note: bad: AUC 0 is below chance", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Auc_SameSeed_GivesTheSameBytes()
    {
        Scratch.Write("s.csv", Small);
        string[] arguments = ["auc", "s.csv", "--label", "drain", "--score", "good", "--cluster", "patient", "--json"];
        Assert.Equal(Neatx(arguments), Neatx([.. arguments, "--seed", "1"]));
        Assert.NotEqual(Neatx(arguments).Output, Neatx([.. arguments, "--seed", "2"]).Output);
    }

    [Fact]
    public void Auc_OneState_IsUndefinedWithItsReason()
    {
        Scratch.Write("s.csv", "y,s\n0,.1\n0,.2\n");
        var auc = Json("auc", "s.csv", "--label", "y", "--score", "s").GetProperty("scores")[0].GetProperty("statistics").GetProperty("auc");
        Assert.Equal("no image is positive", auc.GetProperty("undefined").GetString());
        Assert.Contains("undefined, no image is positive: s auc", Neatx("auc", "s.csv", "--label", "y", "--score", "s").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--label", "drain", "--score", "good", "bad", "--cluster", "patient")]
    [InlineData("--label", "drain", "--score", "bad", "good", "image", "--resamples", "0")]
    public void Auc_Text_FitsIn80ColumnsWithoutColour(params string[] options)
    {
        Scratch.Write("s.csv", Small);
        var ended = Neatx(["auc", "s.csv", .. options]);
        Assert.Equal(0, ended.Code);
        Assert.DoesNotContain('\e', ended.Output);
        Assert.DoesNotContain(ended.Output.Split('\n'), line => line.Length > 80 || line.EndsWith(' '));
        Assert.Contains("drain: 4 positive (1), 5 negative (0)", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("which column holds the labels? Name it with --label COLUMN.", "--score", "good")]
    [InlineData("which columns hold the scores? Name them with --score COLUMN COLUMN ...", "--label", "drain")]
    [InlineData("the column 'good' is named twice; name every column of scores once.", "--label", "drain", "--score", "good", "good")]
    [InlineData("--positive: no cell of column 'drain' says '2'; did you mean '0'?", "--label", "drain", "--score", "good", "--positive", "2")]
    [InlineData("--negative goes with --positive: name the texts that are positive too.", "--label", "drain", "--score", "good", "--negative", "0")]
    [InlineData("--resamples takes 2 or more, or 0 for no resampling.", "--label", "drain", "--score", "good", "--resamples", "1")]
    public void Auc_WrongInput_SaysWhatToDo(string message, params string[] options)
    {
        Scratch.Write("s.csv", Small);
        Assert.Equal(message, Refused(["auc", "s.csv", .. options]));
    }

    [Fact]
    public void Auc_ColumnMistyped_NamesTheNearest()
    {
        Scratch.Write("s.csv", Small);
        var message = Refused("auc", "s.csv", "--label", "drain", "--score", "god");
        Assert.StartsWith("s.csv:1: there is no column 'god'; did you mean 'good'?", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Auc_ProblemRows_AreListedWithTheirLines()
    {
        Scratch.Write("s.csv", "y,s\n1,0.5\n0,high\n1,\n,\n0,0.25\n");
        var message = Refused("auc", "s.csv", "--label", "y", "--score", "s");
        Assert.StartsWith("s.csv has a problem:", message, StringComparison.Ordinal);
        Assert.Contains("s.csv:3, column 's'", message, StringComparison.Ordinal);
        Scratch.Write("s.csv", "y,s\n1,0.5\n1,\n,\n0,0.25\n");
        Assert.Contains("s.csv:3, column 's'", Refused("auc", "s.csv", "--label", "y", "--score", "s"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y,s\n1,0,9\n0,0,2\n", "s.csv:2: expected 2 columns, found '3 columns, '9' in column 3'. Check the row for a comma in a cell that is not quoted.")]
    [InlineData("y,s\n1,0.9\n0\n", "s.csv:3: expected 2 columns, found '1 column'.")]
    [InlineData("y;s\n1;0,9\n0;0,2\n", "s.csv:1: there is no column 'y'; the header seems to be separated by semicolons or tabs, so save the file with commas.")]
    [InlineData("y,s\n1,\"0,9\"\n0,0.2\n", "s.csv:2, column 's': expected a number with a decimal point, found '0,9'.")]
    [InlineData("y,s\n1,NaN\n0,inf\n", "s.csv:3, column 's': expected a number with a decimal point, found 'inf'.")]
    [InlineData("y,s\nsick,0.9\nwell,0.2\nmaybe,0.1\n", "which of 'maybe', 'sick' or 'well' is positive? Name it with --positive.")]
    [InlineData("", "s.csv is empty; a table was expected.")]
    [InlineData("y,s\n", "s.csv has a header but no rows.")]
    public void Auc_HostileFile_NamesPlaceAndWayOut(string text, string message)
    {
        Scratch.Write("s.csv", text);
        Assert.Contains(message, Refused("auc", "s.csv", "--label", "y", "--score", "s"), StringComparison.Ordinal);
    }

    [Fact]
    public void Auc_ByteOrderMarkCarriageReturnsAndTies_AreRead()
    {
        Scratch.Write("s.csv", "\uFEFFy,s\r\n1,0.5\r\n1,0.5\r\n0,0.5\r\n0,0.25\r\n");
        var json = Json("auc", "s.csv", "--label", "y", "--score", "s", "--resamples", "0");
        Assert.Equal(.75, Value(json.GetProperty("scores")[0].GetProperty("statistics"), "auc"));
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private static int Whole(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static double Value(JsonElement statistics, string name) => statistics.GetProperty(name).GetProperty("value").GetDouble();
}
