using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Server;

public sealed class RatingTests(PostgreSqlServer server)
{
    public static TheoryData<StoreProvider> Providers => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Events_OfTwoRaters_AreAcknowledgedAndSurviveARestart(StoreProvider provider)
    {
        await using var campaign = await TestCampaign.Start(provider == StoreProvider.Sqlite ? null : StoreLocation.PostgreSql(server.NewDatabase()));
        var (one, two) = (await campaign.Rater("r1"), await campaign.Rater("r2"));
        foreach (var handle in await one.Next(6)) await one.Rate(handle, "1");
        foreach (var handle in await two.Next(6)) await two.Rate(handle, "0.75");
        await campaign.Restart();

        var again = campaign.Anonymous();
        var (status, _) = await again.Post("/api/sign-in", new { name = "r1", password = TestCampaign.Password });
        Assert.Equal(200, status);
        var (_, page) = await again.Get("/api/work?from=1&count=50");
        Assert.Equal(6, page.GetProperty("total").GetInt32());
        Assert.All(page.GetProperty("films").EnumerateArray(), film =>
        {
            Assert.True(film.GetProperty("completed").GetBoolean());
            Assert.Equal("1", film.GetProperty("answers").GetProperty("grades").GetProperty(TestCampaign.Drain).GetString());
        });
    }

    [Fact]
    public async Task Events_SentAgain_HaveTheFirstSequence()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var sent = TestClient.Set((await rater.Next(1))[0], TestCampaign.Drain, "1");
        var (_, first) = await rater.Events(sent);
        var (_, again) = await rater.Events(sent);
        Assert.Equal(first.GetProperty("acknowledged")[0].GetRawText(), again.GetProperty("acknowledged")[0].GetRawText());
    }

    [Fact]
    public async Task Events_Reordered_EndAsTheServerGotThem()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        var (early, late) = (TestClient.Set(handle, TestCampaign.Drain, "1"), TestClient.Set(handle, TestCampaign.Drain, "0"));
        await rater.Events(late);
        await rater.Events(early);
        // Sent again by another tab: nothing changes.
        await rater.Events(late, early);
        var (_, page) = await rater.Get("/api/work");
        Assert.Equal("1", page.GetProperty("films")[0].GetProperty("answers").GetProperty("grades").GetProperty(TestCampaign.Drain).GetString());
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z", true)]
    [InlineData("9999-12-31T23:59:59Z", true)]
    [InlineData("yesterday", false)]
    public async Task Events_ClockOfTheBrowser_IsNotedAndNotTrusted(string time, bool isTaken)
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        var (_, outcome) = await rater.Events(new { id = Guid.NewGuid(), kind = "rating.set", handle, finding = TestCampaign.Drain, @new = "1", client_time = time });
        Assert.Equal(isTaken ? 1 : 0, outcome.GetProperty("acknowledged").GetArrayLength());
        var (_, campaignView) = await rater.Get("/api/campaign");
        Assert.Equal("rating", campaignView.GetProperty("phase").GetString());
    }

    [Fact]
    public async Task Events_OneBadAmongGood_HoldsUpNoOther()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        var (_, outcome) = await rater.Events(
            TestClient.Set(handle, TestCampaign.Drain, "0.3"), TestClient.Set(handle, TestCampaign.Feeding, "1"), new { id = "no uuid", kind = "rating.set", handle }, new { id = Guid.NewGuid(), kind = "campaign.frozen" });
        Assert.Equal(1, outcome.GetProperty("acknowledged").GetArrayLength());
        Assert.Equal(3, outcome.GetProperty("refused").GetArrayLength());
        Assert.All(outcome.GetProperty("refused").EnumerateArray(), refused => Assert.NotEmpty(refused.GetProperty("what_to_do").GetString()!));
    }

    [Fact]
    public async Task Note_WithScript_ComesBackAsText()
    {
        const string Script = "<script>alert(1)</script>\"'";
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        await rater.Events(new { id = Guid.NewGuid(), kind = "note.set", handle, @new = Script });
        using var response = await rater.Send(HttpMethod.Get, "/api/work", null);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var raw = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        // Not even as a page would a browser run it.
        Assert.DoesNotContain("<script>", raw, StringComparison.Ordinal);
        var (_, page) = await rater.Get("/api/work");
        Assert.Equal(Script, page.GetProperty("films")[0].GetProperty("answers").GetProperty("note").GetString());
    }

    [Fact]
    public async Task Pixels_OfOwnFilm_AreSixteenBitsWithAWindow()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        using var response = await rater.Send(HttpMethod.Get, $"/api/films/{handle}/pixels", null, ("Accept-Encoding", "gzip"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["12", "10", "16"], new[] { "X-Width", "X-Height", "X-Bits" }.Select(name => response.Headers.GetValues(name).Single()));
        await using var gzip = new GZipStream(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var pixels = new MemoryStream();
        await gzip.CopyToAsync(pixels, TestContext.Current.CancellationToken);
        Assert.Equal(12 * 10 * 2, pixels.Length);
        var row = Enumerable.Range(0, 12).Select(column => BitConverter.ToUInt16(pixels.ToArray(), column * 2)).ToList();
        Assert.Equal(4000, row[1] - row[0]);
        Assert.Contains("private", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        using var known = await rater.Send(HttpMethod.Get, $"/api/films/{handle}/pixels", null, ("If-None-Match", response.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task Pixels_OfALostFile_SayWhatToDoAndNotWhere()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        Directory.Delete(Path.Combine(campaign.Folder, "films"), recursive: true);
        var (status, problem) = await rater.Get($"/api/films/{handle}/pixels");
        Assert.Equal(422, status);
        Assert.Equal("unreadable", problem.GetProperty("code").GetString());
        Assert.DoesNotContain("films", problem.GetProperty("detail").GetString()!.Replace("/films/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phases_FromGuidelineToRating_FollowFromWhatTheRaterDoes()
    {
        await using var campaign = await TestCampaign.Start(
            change: definition => definition with { Gold = new() { LabelSet = "expert", Training = "t", Qualification = "q" }, Qualification = new() { Bound = -1 } }, gold: 4);
        var rater = await campaign.Rater("r1");
        var (_, view) = await rater.Get("/api/campaign");
        Assert.Equal("training", view.GetProperty("phase").GetString());
        foreach (var handle in await rater.Next(10))
        {
            var (early, _) = await rater.Get($"/api/films/{handle}/feedback");
            Assert.Equal(409, early);
            await rater.Rate(handle, "1");
            var (_, feedback) = await rater.Get($"/api/films/{handle}/feedback");
            Assert.Equal(2, feedback.GetProperty("of").GetInt32());
            Assert.Equal(JsonValueKind.Null, feedback.GetProperty("findings")[0].GetProperty("line").ValueKind);
        }

        var exam = await rater.Next(10);
        Assert.Equal(4, exam.Count);
        Assert.Equal(404, (await rater.Get($"/api/films/{exam[0]}/feedback")).Status);
        for (var index = 0; index < exam.Count; index++) await rater.Rate(exam[index], index % 2 == 0 ? "1" : "0");
        (_, view) = await rater.Get("/api/campaign");
        Assert.Contains(view.GetProperty("phase").GetString(), new[] { "rating", "failed" });
        Assert.True(view.GetProperty("qualification").GetProperty("n").GetInt64() > 0);
    }
}
