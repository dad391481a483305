namespace Neatx.Cli.Tests.Verbs;

/// <summary>What neatx says of a command line that is not as it should be, and of itself.</summary>
public sealed class UsageTests : VerbTests
{
    [Fact]
    public void NoArgument_NamesTheVerbs() =>
        Assert.StartsWith("what is to be done? The verbs are demo, run, check, ", Refused(), StringComparison.Ordinal);

    [Fact]
    public void Verb_Mistyped_NamesTheNearest() =>
        Assert.Equal("there is no verb 'agremeent'; did you mean 'agreement'?\nSee ./neatx --help.", Refused("agremeent", "r.csv"));

    [Theory]
    [InlineData("agreement", "--itme", "i", "r.csv")]
    [InlineData("agreement", "r.csv", "--itme", "i")]
    [InlineData("agreement", "r.csv", "--ratings", "a", "b", "--itme", "i")]
    public void Option_Mistyped_NamesTheNearest(params string[] arguments) =>
        Assert.Equal("agreement has no option '--itme'; did you mean '--item'?\nSee ./neatx agreement --help.", Refused(arguments));

    [Theory]
    [InlineData("agreement needs FILE: the CSV file with the ratings, plain, .gz or .zip.", "agreement")]
    [InlineData("--item needs a value, COLUMN: names the item that is rated. Without it each row is an item.", "agreement", "r.csv", "--item")]
    [InlineData("agreement takes no further argument 's.csv'.", "agreement", "r.csv", "s.csv")]
    [InlineData("--resamples takes a whole number from 0, not '2,5'.", "agreement", "r.csv", "--resamples", "2,5")]
    [InlineData("--confidence takes a number between 0 and 1, such as .95, not '95'.", "agreement", "r.csv", "--confidence", "95")]
    [InlineData("--seed takes a whole number from 0, not '-1'.", "agreement", "r.csv", "--seed", "-1")]
    [InlineData("--missing takes one of drop|class, not 'negative'.", "agreement", "r.csv", "--missing", "negative")]
    public void Argument_Wrong_SaysWhatWasExpected(string message, params string[] arguments) =>
        Assert.Equal($"{message}\nSee ./neatx agreement --help.", Refused(arguments));

    [Fact]
    public void Resamples_One_IsRefused()
    {
        Scratch.Write("r.csv", Fixtures.Certainty);
        Assert.Equal("--resamples takes 2 or more, or 0 for no resampling.", Refused("agreement", "r.csv", "--ratings", "a", "b", "--resamples", "1"));
    }

    [Fact]
    public void Version_IsPrintedAlone() => Assert.Equal(new Ended(0, "0.1.0\n", ""), Neatx("--version"));

    [Theory]
    [InlineData]
    [InlineData("demo")]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("agreement")]
    [InlineData("consensus")]
    [InlineData("auc")]
    [InlineData("weights")]
    [InlineData("weights", "pull")]
    [InlineData("weights", "show")]
    [InlineData("weights", "convert")]
    public void Help_OfVerb_HasExamplesAndFits(params string[] verb)
    {
        var ended = Neatx([.. verb, "--help"]);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains(verb.Length == 0 ? "Exit codes: 0 done" : "Examples:\n  ./neatx ", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ended.Output.Split('\n'), line => line.TrimEnd().Length > 80 && !line.StartsWith("  ./neatx", StringComparison.Ordinal));
    }

    [Fact]
    public void Trace_WhenAskedFor_FollowsTheMessage()
    {
        var ended = Started.Program(Started.Neatx, Scratch.Folder, ["agreement", "none.csv", "--ratings", "a", "b"], [new("NEATX_TRACE", "1")]);
        Assert.Equal(2, ended.Code);
        Assert.Contains("NeatxException", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Signal_WhileWorking_StopsAndEndsWithItsNumber(string signal, int code)
    {
        // With job control a shell starts neatx with the default handling of signals, whatever the tests were started with.
        var ended = Started.Program(
            "bash",
            Scratch.Folder,
            ["-c", "set -m; \"$1\" phantom --out set --images 20000 --size 64 & until ls set/images/* || ! kill -0 $!; do :; done > /dev/null 2>&1; kill -\"$2\" $!; wait $!", "_", Started.Neatx, signal]);
        Assert.Equal(code, ended.Code);
        Assert.Contains("neatx: stopped; what was finished stands, and running it again goes on from there.", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Signal_WhileReading_EndsWithAWordAndItsNumber(string signal, int code)
    {
        // A pipe without a writer keeps neatx reading until the signal comes; that it was opened shows that neatx is there to hear it.
        Assert.Equal(0, Started.Program("mkfifo", Scratch.Folder, ["pipe.csv"]).Code);
        var ended = Started.Program(
            "bash", Scratch.Folder, ["-c", "set -m; \"$1\" agreement pipe.csv --ratings a b & exec 3> pipe.csv; kill -\"$2\" $!; wait $!", "_", Started.Neatx, signal]);
        Assert.Equal(code, ended.Code);
        Assert.Contains("neatx: stopped; nothing half-written is left.", ended.Error, StringComparison.Ordinal);
    }
}
