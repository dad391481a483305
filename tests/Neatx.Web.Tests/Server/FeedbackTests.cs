using System.Text.Json;
using Neatx.Web.Films;

namespace Neatx.Web.Tests.Server;

/// <summary>The expert's lines and boxes: shown in training after the rater's answer, and nowhere else.</summary>
public sealed class FeedbackTests : IDisposable
{
    private const string Line = "[[0.25,0.125],[0.5,0.75]]";

    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-marks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Feedback_WhereTheExpertDrew_HasTheLineAfterTheAnswerAndOnlyThere()
    {
        // The expert sees the drain on every second film; what is drawn on the others does not count.
        var rows = Enumerable.Range(0, 4).Select(number => $"gold-Training-{number}.png,{TestCampaign.Drain},\"{Line}\",\"[0.1,0.2,0.3,0.4]\"");
        var marks = Write(["image,finding,line,box", .. rows]);
        await using var campaign = await TestCampaign.Start(
            change: definition => definition with { Gold = new() { LabelSet = "expert", Training = "t", Marks = marks } }, gold: 4);
        var rater = await campaign.Rater("r1");
        var drawn = 0;
        foreach (var handle in await rater.Next(10))
        {
            var (status, early) = await rater.Get($"/api/films/{handle}/feedback");
            Assert.Equal(409, status);
            Assert.DoesNotContain("0.125", early.GetRawText(), StringComparison.Ordinal);
            await rater.Rate(handle, "1");
            var (_, feedback) = await rater.Get($"/api/films/{handle}/feedback");
            var drain = feedback.GetProperty("findings")[0];
            var isThere = drain.GetProperty("expert").GetString() == "positive";
            Assert.Equal(isThere ? Line : null, drain.GetProperty("line").GetString());
            Assert.Equal(isThere ? "[0.1,0.2,0.3,0.4]" : null, drain.GetProperty("box").GetString());
            Assert.Equal(JsonValueKind.Null, feedback.GetProperty("findings")[1].GetProperty("line").ValueKind);
            drawn += isThere ? 1 : 0;
        }

        Assert.Equal(2, drawn);
        var (_, page) = await rater.Get("/api/work");
        Assert.DoesNotContain("0.125", page.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.png,Tooth,,", ":3, column 'finding': expected one of the campaign's findings (Chest drain, Nasogastric tube), found 'Tooth'")]
    [InlineData("a.png,Chest drain,\"[[0,0],[2,0]]\",", ":3, column 'line': expected a list of 2 to 200 points")]
    [InlineData("a.png,Chest drain,,\"[0,0,1]\"", ":3, column 'box': expected [left, top, right, bottom]")]
    [InlineData("b.png,Chest drain,,", ":3, column 'image': expected an image and finding that no row above has, found 'b.png'")]
    public async Task Marks_WithAMistake_AreRefusedWithThePlace(string row, string expected)
    {
        var file = Write("image,finding,line,box", $"b.png,Chest drain,\"{Line}\",", row);
        var error = await Assert.ThrowsAsync<NeatxException>(() => TestCampaign.Start(
            change: definition => definition with { Gold = new() { LabelSet = "expert", Training = "t", Marks = file } }));
        Assert.Contains(file + expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_WithoutAColumn_NameTheHeader()
    {
        var error = Assert.Throws<NeatxException>(() => ExpertMarks.Of(Write("image,line,box"), []));
        Assert.Contains("expected the columns finding", error.Message, StringComparison.Ordinal);
    }

    private string Write(params string[] lines)
    {
        var file = Path.Combine(_folder, "marks.csv");
        File.WriteAllLines(file, lines);
        return file;
    }
}
