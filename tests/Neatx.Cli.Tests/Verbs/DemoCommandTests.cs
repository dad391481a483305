using System.Text.Json;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>neatx demo and neatx run from end to end, on the smallest demo there is.</summary>
public sealed class DemoCommandTests : VerbTests
{
    private static readonly string[] Smallest = ["--images", "10000", "--resamples", "0", "--labels-only"];

    [Fact]
    public void Demo_ThenRun_MakesAReportOnceAndTheSameResults()
    {
        var demo = Neatx(["demo", .. Smallest]);
        Assert.True(demo.Code == 0, demo.Error);
        Assert.Contains("report    out/demo/report.html", demo.Output, StringComparison.Ordinal);
        Assert.All(["demo ", "catalog ", "labels ", "cohorts ", "agreement ", "claims ", "report "], stage => Assert.Contains($"\n{stage}", $"\n{demo.Error}", StringComparison.Ordinal));
        Assert.DoesNotContain(demo.Error.Split('\n'), line => line.Length > 80 && !line.StartsWith("note: ", StringComparison.Ordinal));
        var results = File.ReadAllBytes(Scratch["out/demo/results.json"]);

        var again = Neatx(["demo", .. Smallest, "--json"]);
        Assert.Equal(0, again.Code);
        Assert.DoesNotContain(" s\n", again.Error, StringComparison.Ordinal);
        Assert.Equal(results, File.ReadAllBytes(Scratch["out/demo/results.json"]));
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(results)), JsonSerializer.Serialize(JsonDocument.Parse(again.Output)));

        var run = Neatx("run", "out/demo/demo.yaml", "--data", "out/demo/data", "--out", "other", "--only", "catalog", "--resamples", "0");
        Assert.Equal((0, ""), (run.Code, run.Output.Contains("report ", StringComparison.Ordinal) ? run.Output : ""));
        Assert.False(File.Exists(Scratch["other/report.html"]));
    }

    [Theory]
    [InlineData("there is no file 'p.yaml'", "run", "p.yaml")]
    [InlineData("--only takes one of catalog|labels|cohorts|agreement|images|splits|training|evaluation|claims|report, not 'catalogue'.", "run", "p.yaml", "--only", "catalogue")]
    [InlineData("--images takes a whole number from 10000, not '5'.", "demo", "--images", "5")]
    [InlineData("--resamples takes a whole number from 0, not 'many'.", "demo", "--resamples", "many")]
    [InlineData("run needs PROTOCOL: the protocol file.", "run")]
    public void Run_WrongInput_SaysWhatWasExpected(string message, params string[] arguments) =>
        Assert.StartsWith(message, Refused(arguments), StringComparison.Ordinal);

    [Fact]
    public void Run_ProtocolWithMistakes_ListsThem()
    {
        Scratch.Write("p.yaml", "name: p\ntitel: A study\n");
        var ended = Neatx("run", "p.yaml");
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains("p.yaml:2:1: ", ended.Error, StringComparison.Ordinal);
        Assert.EndsWith("mistakes; nothing was run.\n", ended.Error, StringComparison.Ordinal);
    }
}
