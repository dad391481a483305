using System.Text.Json;
using Neatx.Core.Tests.Golden;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>neatx consensus from end to end.</summary>
public sealed class ConsensusCommandTests : VerbTests
{
    private static readonly string[] Long = ["--item", "item", "--rater", "rater", "--label", "label"];

    [Fact]
    public void Consensus_Anaesthetists_IsAsDawidAndSkenePublished()
    {
        Scratch.Write("r.csv", Fixtures.Anaesthetists(Anaesthetists.Ratings()));
        var json = Json(["consensus", "r.csv", .. Long, "--rule", "dawid-skene"]);
        Assert.Equal("dawid-skene", json.GetProperty("rule").GetString());
        Assert.Equal(45, json.GetProperty("items").GetArrayLength());
        var rater = json.GetProperty("raters")[0];
        Assert.Equal("1", rater.GetProperty("rater").GetString());
        for (var category = 0; category < 4; category++)
            Assert.Equal(Anaesthetists.DiagonalOfObserver1[category], rater.GetProperty("confusion")[category][category].GetDouble(), 4);
        var climb = json.GetProperty("log_likelihood").EnumerateArray().Select(step => step.GetDouble()).ToList();
        Assert.Equal(Anaesthetists.LogLikelihood, climb[^1], 4);
        Assert.All(climb.Zip(climb.Skip(1)), step => Assert.True(step.Second >= step.First - 1e-9));
    }

    [Fact]
    public void Consensus_Item_HoldsLabelProbabilityAndSupport()
    {
        Scratch.Write("r.csv", "item,rater,label\n1,a,x\n1,b,x\n1,c,y\n2,a,y\n3,a,\n");
        var json = Json(["consensus", "r.csv", .. Long, "--rule", "majority"]);
        Assert.Equal("""{"item":"1","label":"x","probability":0.6666666666666666,"support":3,"probabilities":[0.6666666666666666,0.3333333333333333]}""", JsonSerializer.Serialize(json.GetProperty("items")[0]));
        Assert.Equal("missing", json.GetProperty("items")[2].GetProperty("label").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("items")[2].GetProperty("probability").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("raters")[0].GetProperty("confusion").ValueKind);
        Assert.Equal(0, json.GetProperty("log_likelihood").GetArrayLength());
    }

    [Fact]
    public void Consensus_Sides_ReadsCertainty()
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        string[] Labels(string rule) =>
            [.. Json("consensus", "r.csv", "--item", "image", "--ratings", "a", "b", "--sides", "--rule", rule).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("label").GetString()!)];

        Assert.Equal(["negative", "positive", "uncertain", "uncertain", "missing", "uncertain"], Labels("same-side"));
    }

    [Fact]
    public void Consensus_RuleOption_IsInForceAndRecorded()
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        var json = Json("consensus", "r.csv", "--item", "image", "--ratings", "a", "b", "--sides", "--rule", "majority", "--tie", "positive", "--minimum-raters", "2");
        Assert.Equal("positive", json.GetProperty("options").GetProperty("tie").GetString());
        Assert.Equal("positive", json.GetProperty("items")[5].GetProperty("label").GetString());
    }

    [Fact]
    public void Consensus_Gold_AnchorsAndIsKept()
    {
        // Two raters that cannot be told apart without a reference; of the item where they differ the reference says y.
        Scratch.Write("r.csv", "item,rater,label,known\n" + string.Concat(Enumerable.Range(0, 40).Select(item =>
        {
            var truth = item % 2 == 0 ? "x" : "y";
            return $"{item},a,{truth},{(item < 30 ? truth : "")}\n{item},b,{(item == 0 ? "y" : truth)},\n";
        })));
        Assert.Contains("dawid-skene", Json(["consensus", "r.csv", .. Long, "--rule", "dawid-skene", "--gold", "known"]).GetProperty("rule").GetString()!, StringComparison.Ordinal);
        Assert.Contains("two raters", Refused(["consensus", "r.csv", .. Long, "--rule", "dawid-skene"]), StringComparison.Ordinal);
        Assert.Contains("takes no reference labels", Refused(["consensus", "r.csv", .. Long, "--rule", "majority", "--gold", "known"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Consensus_GoldOfNoCategory_IsRefusedWithItsPlace()
    {
        Scratch.Write("r.csv", "item,rater,label,known\n1,a,x,\n1,b,x,z\n1,c,y,\n");
        Assert.StartsWith("r.csv:3, column 'known': the reference label 'z' is none of x, y.", Refused(["consensus", "r.csv", .. Long, "--rule", "dawid-skene", "--gold", "known"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Consensus_Out_WritesHarmlessCsv()
    {
        Scratch.Write("r.csv", "item,rater,label\n\"=1+1\",a,x\n2,a,x\n");
        Assert.Equal(0, Neatx(["consensus", "r.csv", .. Long, "--rule", "majority", "--out", "labels.csv"]).Code);
        Assert.Equal("item,label,probability,support\n'=1+1,x,1,1\n2,x,1,1\n", File.ReadAllText(Scratch["labels.csv"]));
    }

    [Fact]
    public void Consensus_Text_FitsIn80Columns()
    {
        Scratch.Write("r.csv", Fixtures.Anaesthetists(Anaesthetists.Ratings()));
        foreach (var rule in (string[])["majority", "dawid-skene", "glad", "mace"])
        {
            var ended = Neatx(["consensus", "r.csv", .. Long, "--rule", rule]);
            Assert.Equal((0, ""), (ended.Code, ended.Error));
            Assert.Contains("and 25 more items; all with --json or --out", ended.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(ended.Output.Split('\n'), line => line.Length > 80);
        }
    }

    [Theory]
    [InlineData("by which rule? Name it with --rule: same-side, ")]
    [InlineData("there is no rule 'dawid-skeen'; did you mean 'dawid-skene'?", "--rule", "dawid-skeen")]
    [InlineData("the rule 'unanimous' has no option 'tie'; it has ", "--rule", "unanimous", "--tie", "positive")]
    [InlineData("the option 'tie' of the rule 'majority' expects ", "--rule", "majority", "--tie", "heads")]
    public void Consensus_RuleWrong_SaysWhatThereIs(string message, params string[] options)
    {
        Scratch.Write("r.csv", "item,rater,label\n1,a,x\n1,b,x\n");
        Assert.StartsWith(message, Refused(["consensus", "r.csv", .. Long, .. options]), StringComparison.Ordinal);
    }

    [Fact]
    public void Consensus_CertaintyReadAsCategories_PointsToSides()
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        Assert.EndsWith("add --sides.", Refused("consensus", "r.csv", "--ratings", "a", "b", "--rule", "both-certain"), StringComparison.Ordinal);
    }
}
