using System.Text.Json;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>The JSON of neatx agreement, which is a contract.</summary>
public sealed class AgreementJsonTests : VerbTests
{
    [Fact]
    public void Agreement_TwoColumns_HoldsTheContract()
    {
        Scratch.Write("r.csv", Fixtures.CohenPage45);
        var json = Json("agreement", "r.csv", "--item", "item", "--ratings", "a", "b");
        Assert.Equal(
            ["n", "items", "clusters", "raters", "ratings", "policy", "categories", "crosstab", "headline", "band", "statistics"],
            json.EnumerateObject().Select(member => member.Name).ToArray());
        Assert.Equal(200, json.GetProperty("n").GetInt64());
        Assert.Equal(["a", "b"], Texts(json, "raters"));
        Assert.Equal(["x", "y", "z"], Texts(json, "categories"));
        Assert.Equal("[[88,10,2],[14,40,6],[18,10,12]]", Compact(json.GetProperty("crosstab")));
        Assert.Equal("moderate", json.GetProperty("band").GetString());
        Assert.Equal("invalid=drop missing=drop", json.GetProperty("policy").GetString());
    }

    [Fact]
    public void Agreement_TwoColumns_NamesEveryStatisticOfTheContract()
    {
        Scratch.Write("r.csv", Fixtures.CohenPage45);
        string[] contract =
        [
            "percent_agreement", "cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic", "kappa_max", "pabak", "prevalence_index", "bias_index", "gwet_ac1",
            "gwet_ac2_linear", "gwet_ac2_quadratic", "brennan_prediger", "fleiss_kappa", "conger_kappa", "krippendorff_alpha_nominal",
            "krippendorff_alpha_ordinal", "krippendorff_alpha_interval", "krippendorff_alpha_ratio",
        ];
        var statistics = Json("agreement", "r.csv", "--ratings", "a", "b", "--resamples", "0").GetProperty("statistics");
        Assert.Empty(contract.Except(statistics.EnumerateObject().Select(member => member.Name), StringComparer.Ordinal));
    }

    [Fact]
    public void Agreement_Cohen1960_IsAsPublished()
    {
        Scratch.Write("r.csv", Fixtures.CohenPage45);
        var statistics = Json("agreement", "r.csv", "--ratings", "a", "b").GetProperty("statistics");
        var kappa = statistics.GetProperty("cohen_kappa");
        Assert.Equal(.491525, kappa.GetProperty("value").GetDouble(), 6);
        Assert.Equal(.051002, kappa.GetProperty("se").GetDouble(), 6);
        Assert.Equal(2, kappa.GetProperty("ci").GetArrayLength());
        Assert.NotEmpty(kappa.GetProperty("ci_method").GetString()!);
        Assert.Equal("bootstrap by item, percentile, 2000 resamples, seed 1", kappa.GetProperty("bootstrap_method").GetString());
        Assert.Equal(.830508, statistics.GetProperty("kappa_max").GetProperty("value").GetDouble(), 6);
    }

    [Fact]
    public void Agreement_Undefined_IsNullWithItsReason()
    {
        Scratch.Write("r.csv", "item,a,b\n1,no,no\n2,no,no\n");
        var json = Json("agreement", "r.csv", "--ratings", "a", "b");
        var kappa = json.GetProperty("statistics").GetProperty("cohen_kappa");
        Assert.Equal(JsonValueKind.Null, kappa.GetProperty("value").ValueKind);
        Assert.NotEmpty(kappa.GetProperty("undefined").GetString()!);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("band").ValueKind);
    }

    [Fact]
    public void Agreement_NumbersThatAreNotConsecutive_AreTheirOwnScores()
    {
        // Distances 1 and 9 of 10: linear weights of one disagreement (1 against 2) and one (2 against 11) among five items.
        Scratch.Write("r.csv", "item,a,b\n1,1,1\n2,2,2\n3,11,11\n4,1,2.0\n5,2,11\n");
        double Linear(params string[] more) =>
            Value(Json(["agreement", "r.csv", "--ratings", "a", "b", "--resamples", "0", .. more]), "cohen_kappa_linear");

        // By value: observed distance (1 + 9)/5 = 2; expected, from margins a (2,2,1)/5 and b (1,2,2)/5: (4*1 + 4*10 + 2*1 + 4*9 + 1*10 + 2*9)/25 = 4.4.
        Assert.Equal(1 - (2 / 4.4), Linear(), 12);
        // By rank: observed (1 + 1)/5 = .4; expected (4*1 + 4*2 + 2*1 + 4*1 + 1*2 + 2*1)/25 = .88.
        Assert.Equal(1 - (.4 / .88), Linear("--scores", "ranks"), 12);
    }

    [Fact]
    public void Agreement_LongWithMissing_IsAsKrippendorffPublished()
    {
        Scratch.Write("r.csv", Fixtures.FourRaters);
        var json = Json("agreement", "r.csv", "--item", "unit", "--rater", "rater", "--label", "label", "--resamples", "0");
        Assert.Equal(.743421, Value(json, "krippendorff_alpha_nominal"), 6);
        Assert.Equal(.815388, Value(json, "krippendorff_alpha_ordinal"), 6);
        Assert.Equal(.849107, Value(json, "krippendorff_alpha_interval"), 6);
        Assert.Equal(.797403, Value(json, "krippendorff_alpha_ratio"), 6);
        Assert.Equal(.77544, Value(json, "gwet_ac1"), 5);
        Assert.Equal(11, json.GetProperty("n").GetInt64());
        Assert.Equal(12, json.GetProperty("items").GetInt64());
        Assert.Equal("[9,10,11,11]", Compact(json.GetProperty("ratings")));
        Assert.Equal(6, json.GetProperty("pairs").GetArrayLength());
        Assert.Equal("fleiss_kappa", json.GetProperty("headline").GetString());
    }

    [Fact]
    public void Agreement_WideAndLong_AreTheSame()
    {
        Scratch.Write("wide.csv", "item,A,B\n1,x,x\n2,x,y\n3,y,y\n4,,y\n5,y,y\n");
        Scratch.Write("long.csv", "item,rater,label\n5,A,y\n1,A,x\n1,B,x\n2,A,x\n2,B,y\n3,A,y\n3,B,y\n4,A,\n4,B,y\n5,B,y\n");
        var wide = Json("agreement", "wide.csv", "--item", "item", "--ratings", "A", "B");
        var tall = Json("agreement", "long.csv", "--item", "item", "--rater", "rater", "--label", "label");
        Assert.Equal(Compact(wide), Compact(tall));
        Assert.Equal(4, wide.GetProperty("n").GetInt64());
    }

    [Theory]
    [InlineData("drop", 3, "negative positive")]
    [InlineData("class", 4, "negative uncertain positive")]
    [InlineData("positive", 4, "negative positive")]
    [InlineData("negative", 4, "negative positive")]
    public void Agreement_Uncertain_IsTreatedAsTold(string treatment, int n, string categories)
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        var json = Json("agreement", "r.csv", "--item", "image", "--ratings", "a", "b", "--uncertain", treatment);
        Assert.Equal(n, json.GetProperty("n").GetInt64());
        Assert.Equal(categories.Split(' '), Texts(json, "categories"));
        Assert.Equal($"uncertain={treatment} invalid=drop missing=drop", json.GetProperty("policy").GetString());
    }

    [Fact]
    public void Agreement_InvalidAndMissingAsClass_AreCounted()
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        var json = Json("agreement", "r.csv", "--ratings", "a", "b", "--sides", "--invalid", "class", "--missing", "class");
        Assert.Equal(["negative", "positive", "invalid", "missing"], Texts(json, "categories"));
        Assert.Equal(5, json.GetProperty("n").GetInt64());
        var categories = Json("agreement", "r.csv", "--ratings", "a", "b", "--invalid", "class", "--missing", "class");
        Assert.Equal(["0", "0.25", "0.5", "0.75", "1", "invalid", "missing"], Texts(categories, "categories"));
    }

    [Fact]
    public void Agreement_AllPolicies_ListsThoseThatMakeADifference()
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        var policies = Json("agreement", "r.csv", "--ratings", "a", "b", "--all-policies").GetProperty("policies");
        Assert.Equal(4 * 4 * 2, policies.GetArrayLength());
        Scratch.Write("certain.csv", "item,a,b\n1,0,0\n2,1,1\n");
        Assert.Equal(1, Json("agreement", "certain.csv", "--ratings", "a", "b", "--all-policies").GetProperty("policies").GetArrayLength());
    }

    [Fact]
    public void Agreement_Cluster_ResamplesPatients()
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        var json = Json("agreement", "r.csv", "--ratings", "a", "b", "--sides", "--uncertain", "class", "--cluster", "patient", "--seed", "7", "--resamples", "100", "--confidence", ".9");
        Assert.Equal(3, json.GetProperty("clusters").GetInt64());
        var agreement = json.GetProperty("statistics").GetProperty("percent_agreement");
        Assert.Equal("bootstrap by patient, percentile, 100 resamples, seed 7", agreement.GetProperty("bootstrap_method").GetString());
        Assert.Equal(.9, agreement.GetProperty("ci_level").GetDouble());
    }

    [Fact]
    public void Agreement_SameRowTwice_CountsOnce()
    {
        Scratch.Write("r.csv", "item,a,b\n1,0,1\n1,0.0,1\n2,1,1\n");
        Assert.Equal(2, Json("agreement", "r.csv", "--item", "item", "--ratings", "a", "b").GetProperty("n").GetInt64());
    }

    [Fact]
    public void Agreement_StatedCategoriesAndBlanks_AreKept()
    {
        Scratch.Write("r.csv", "item,a,b\n1,mild,severe\n2,NA,mild\n3,mild,mild\n");
        var json = Json("agreement", "r.csv", "--ratings", "a", "b", "--categories", "none", "mild", "severe", "--blank", "NA");
        Assert.Equal(["none", "mild", "severe"], Texts(json, "categories"));
        Assert.Equal(2, json.GetProperty("n").GetInt64());
    }

    [Fact]
    public void Agreement_Twice_IsTheSameByteForByte()
    {
        Scratch.Write("r.csv", Fixtures.CohenPage45);
        string[] arguments = ["agreement", "r.csv", "--ratings", "a", "b", "--json"];
        Assert.Equal(Neatx(arguments).Output, Neatx(arguments).Output);
    }

    private static double Value(JsonElement json, string statistic) => json.GetProperty("statistics").GetProperty(statistic).GetProperty("value").GetDouble();

    private static string[] Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}
