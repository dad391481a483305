using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Neatx.Web.Figures;

namespace Neatx.Web.Tests.Server;

public sealed class CuratorTests
{
    [Fact]
    public async Task Overview_AfterTwoRaters_HasKappaWithIntervalAndCrosstab()
    {
        await using var campaign = await TestCampaign.Start(images: 40);
        await RateAll(campaign);
        var curator = await campaign.Curator();
        var view = await Overview(campaign, curator);
        Assert.Equal(80, view.GetProperty("ratings").GetProperty("done").GetInt32());
        Assert.Equal(40, view.GetProperty("ratings").GetProperty("rated_enough").GetInt32());
        var kappa = view.GetProperty("agreement").EnumerateArray().First(each => each.GetProperty("kind").GetString() == "raters" && each.GetProperty("finding").GetString() == TestCampaign.Drain);
        Assert.InRange(kappa.GetProperty("kappa").GetDouble(), .5, .99);
        Assert.True(kappa.GetProperty("low").GetDouble() < kappa.GetProperty("kappa").GetDouble());
        Assert.Contains("patient", kappa.GetProperty("method").GetString(), StringComparison.Ordinal);
        Assert.Equal(40, kappa.GetProperty("crosstab").GetProperty("counts").EnumerateArray().Sum(row => row.EnumerateArray().Sum(cell => cell.GetInt64())));
        var none = view.GetProperty("agreement").EnumerateArray().First(each => each.GetProperty("finding").GetString() == TestCampaign.Feeding);
        Assert.Equal(JsonValueKind.Null, none.GetProperty("kappa").ValueKind);
        Assert.NotEmpty(none.GetProperty("undefined").GetString()!);
    }

    [Fact]
    public async Task Disagreements_AreListedDecidedFrozenAndExported()
    {
        await using var campaign = await TestCampaign.Start(images: 40);
        await RateAll(campaign);
        var (curator, adjudicator) = (await campaign.Curator(), await campaign.Adjudicator());
        var view = await Overview(campaign, curator);
        var disputed = view.GetProperty("disagreements").GetProperty(TestCampaign.Drain).GetInt32();
        Assert.True(disputed > 0);
        var (_, page) = await curator.Get($"/api/curator/disagreements?finding={Uri.EscapeDataString(TestCampaign.Drain)}");
        Assert.Equal(disputed, page.GetProperty("total").GetInt32());
        var handle = page.GetProperty("images")[0].GetProperty("handle").GetString();
        using (var thumbnail = await curator.Send(HttpMethod.Get, $"/api/films/{handle}/thumbnail", null))
        {
            Assert.Equal("image/png", thumbnail.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal(409, (await adjudicator.Post("/api/adjudication/next", new { count = 50 })).Status);
        Assert.Equal(409, (await curator.Post("/api/curator/freeze", new { })).Status);
        Assert.Equal(200, (await curator.Post("/api/curator/plan", new { action = "phase", value = "adjudication" })).Status);
        var (_, next) = await adjudicator.Post("/api/adjudication/next", new { count = 50 });
        Assert.Equal(disputed, next.GetProperty("left").GetInt32());
        foreach (var film in next.GetProperty("films").EnumerateArray())
        {
            Assert.Equal(["A", "B"], film.GetProperty("answers").EnumerateArray().Select(each => each.GetProperty("rater").GetString()!));
            Assert.DoesNotContain("r1", film.GetRawText().Replace(film.GetProperty("handle").GetString()!, "", StringComparison.Ordinal), StringComparison.Ordinal);
            var (_, outcome) = await adjudicator.Events(
                new { id = Guid.NewGuid(), kind = "adjudication.set", handle = film.GetProperty("handle").GetString(), finding = TestCampaign.Drain, @new = "1" });
            Assert.Equal(1, outcome.GetProperty("acknowledged").GetArrayLength());
        }

        (_, next) = await adjudicator.Post("/api/adjudication/next", new { count = 50 });
        Assert.Equal(0, next.GetProperty("left").GetInt32());
        var (status, frozen) = await curator.Post("/api/curator/freeze", new { });
        Assert.True(status == 200, frozen.ToString());
        Assert.All(frozen.GetProperty("files").EnumerateArray(), file => Assert.True(File.Exists(Path.Combine(campaign.Folder, file.GetString()!))));
        foreach (var format in new[] { "raw", "long", "events", "label-studio" })
        {
            using var export = await curator.Send(HttpMethod.Get, $"/api/curator/export/{format}", null);
            Assert.Equal(200, (int)export.StatusCode);
            Assert.True((await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Length > 100);
        }
    }

    /// <summary>The label set that the protocol seals is not even there: a server that read it could not start.</summary>
    [Fact]
    public async Task SealedLabelSet_BeforeTheFreeze_IsReadByNoEndpoint()
    {
        await using var campaign = await TestCampaign.Start(change: definition => definition with { Sealed = "second_expert" });
        var curator = await campaign.Curator();
        var (_, document) = await curator.Get("/openapi/v1.json");
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(each => each.Value.TryGetProperty("get", out _)))
        {
            var (status, body) = await curator.Get(path.Name.Replace("{format}", "events", StringComparison.Ordinal));
            Assert.True(status < 500, $"{path.Name}: {status}");
            Assert.DoesNotContain("second_expert", body.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Plan_PausedRater_GetsNoFilmsUntilResumed()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var curator = await campaign.Curator();
        var (_, view) = await curator.Get("/api/curator/overview");
        var id = view.GetProperty("raters")[0].GetProperty("user").GetString();
        Assert.Equal(200, (await curator.Post("/api/curator/plan", new { action = "pause", rater = id })).Status);
        var (_, next) = await rater.Post("/api/work/next", new { count = 2 });
        Assert.Equal("paused", next.GetProperty("reason").GetString());
        Assert.Equal(200, (await curator.Post("/api/curator/plan", new { action = "resume", rater = id })).Status);
        Assert.Equal(2, (await rater.Next(2)).Count);
        Assert.Equal(200, (await curator.Post("/api/curator/plan", new { action = "overlap", value = "3" })).Status);
        Assert.Equal(400, (await curator.Post("/api/curator/plan", new { action = "overlap", value = "many" })).Status);
        Assert.Equal(409, (await curator.Post("/api/curator/plan", new { action = "overlap", value = "1000" })).Status);
        Assert.Equal(3, campaign.Store.Read((state, _) => state.Plan!.Overlap));
    }

    [Fact]
    public async Task Health_OfARunningServer_IsLiveAndReady()
    {
        await using var campaign = await TestCampaign.Start();
        var nobody = campaign.Anonymous();
        Assert.Equal(200, (await nobody.Get("/health/live")).Status);
        Assert.Equal(200, (await nobody.Get("/health/ready")).Status);
        Assert.Equal(401, (await nobody.Get("/metrics")).Status);
        var rater = await campaign.Rater("r1");
        await rater.Rate((await rater.Next(1))[0], "1");
        var (status, metrics) = await (await campaign.Curator()).Get("/metrics");
        Assert.Equal(200, status);
        Assert.Contains("neatx_events_acknowledged", metrics.GetString(), StringComparison.Ordinal);
    }

    /// <summary>Two raters who agree but on every eighth film; two films a patient.</summary>
    private static async Task RateAll(TestCampaign campaign)
    {
        var (one, two) = (await campaign.Rater("r1"), await campaign.Rater("r2"));
        foreach (var rater in new[] { one, two })
        {
            while (await rater.Next(20) is { Count: > 0 } handles)
            {
                foreach (var handle in handles)
                {
                    var image = campaign.Store.Read((state, _) => state.Raters[rater == one ? 0 : 1].Assignments.First(each => !each.IsCompleted).Image);
                    var isThere = image % 2 == 0;
                    await rater.Rate(handle, (rater == two && image % 8 == 0) != isThere ? "1" : "0");
                }
            }
        }
    }

    private static async Task<JsonElement> Overview(TestCampaign campaign, TestClient curator)
    {
        var sequence = campaign.Store.Read((state, _) => state.LastSequence);
        await campaign.App.Services.GetRequiredService<CampaignFigures>().AtLeast(sequence, TestContext.Current.CancellationToken);
        var (status, view) = await curator.Get("/api/curator/overview");
        Assert.True(status == 200, view.ToString());
        return view;
    }
}
