using System.Text.Json;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>protocols/smoke.yaml: the real films that have drain ratings, through split, training and evaluation. It says that the way works, no more.</summary>
[Trait("Data", "Real")]
public sealed class SmokeTests : VerbTests
{
    [Fact]
    public void Run_OnRealFilms_TrainsAndEvaluatesEndToEnd()
    {
        var ended = Started.NeatxIn(Scratch.Folder, "run", Repository.PathOf("protocols/smoke.yaml"), "--data", SharedData.Path(""), "--out", "smoke");
        Assert.True(ended.Code == 0, ended.Error);
        using var document = JsonDocument.Parse(File.ReadAllText(Scratch["smoke/results.json"]));
        var root = document.RootElement;
        var films = root.GetProperty("films")[0];
        Assert.Equal((1760, 98), (films.GetProperty("asked").GetInt32(), films.GetProperty("ready").GetInt32()));
        var split = root.GetProperty("splits")[0];
        Assert.Equal((98, true), (split.GetProperty("images").GetInt32(), split.GetProperty("disjoint").GetBoolean()));
        Assert.All(root.GetProperty("training")[0].GetProperty("runs").EnumerateArray(), run => Assert.Equal("done", run.GetProperty("status").GetString()));
        var cell = Assert.Single(root.GetProperty("evaluation")[0].GetProperty("cells").EnumerateArray());
        Assert.InRange(cell.GetProperty("n").GetInt32(), 15, 40);
        Assert.InRange(cell.GetProperty("statistics").GetProperty("auc").GetProperty("value").GetDouble(), 0, 1);
        Assert.True(File.Exists(Scratch["smoke/tables/evaluation.smoke.tex"]));

        // Nothing is trained again.
        var again = Started.NeatxIn(Scratch.Folder, "run", Repository.PathOf("protocols/smoke.yaml"), "--data", SharedData.Path(""), "--out", "smoke");
        Assert.Equal(0, again.Code);
        Assert.Matches("training +Smoke test +2 +unchanged", again.Error);
    }
}
