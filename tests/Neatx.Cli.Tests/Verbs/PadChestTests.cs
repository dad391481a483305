namespace Neatx.Cli.Tests.Verbs;

/// <summary>The raters of the paper, from the raw file: numbers of its released data (see the reference in the protocol of the study).</summary>
public sealed class PadChestTests : VerbTests
{
    [Theory]
    [Trait("Data", "Real")]
    [InlineData("Chest_drain_tube", .7141674324)]
    [InlineData("NSG_tube", .5984592879)]
    [InlineData("Endotracheal_tube", .5786144276)]
    [InlineData("Tracheostomy_tube", .9611194721)]
    public void Agreement_ThreeStatesBySide_IsAsReleased(string tube, double kappa)
    {
        var file = SharedData.Path("labels/neatx_padchest_annotations_raw.csv");
        var json = Json("agreement", file, "--item", "ImageID", "--ratings", $"{tube}_a1", $"{tube}_a2", "--uncertain", "class", "--invalid", "class", "--resamples", "0");
        Assert.Equal(kappa, json.GetProperty("statistics").GetProperty("cohen_kappa").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(1011, json.GetProperty("items").GetInt64());
    }

    [Theory]
    [Trait("Data", "Real")]
    [InlineData("Chest_drain_tube", 37, 946, 28)]
    [InlineData("NSG_tube", 449, 360, 202)]
    [InlineData("Endotracheal_tube", 162, 691, 158)]
    [InlineData("Tracheostomy_tube", 252, 744, 15)]
    public void Consensus_SameSide_CountsAsReleased(string tube, int positive, int negative, int undecided)
    {
        var file = SharedData.Path("labels/neatx_padchest_annotations_raw.csv");
        var json = Json("consensus", file, "--item", "ImageID", "--ratings", $"{tube}_a1", $"{tube}_a2", "--sides", "--rule", "same-side");
        var labels = json.GetProperty("items").EnumerateArray().CountBy(item => item.GetProperty("label").GetString()!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Assert.Equal((positive, negative, undecided), (labels["positive"], labels["negative"], 1011 - labels["positive"] - labels["negative"]));
    }
}
