namespace Neatx.Web.Tests.Server;

/// <summary>What a script may do with a token, and for how long.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task Token_UnlessAskedFor_ReadsOnly()
    {
        await using var campaign = await TestCampaign.Start();
        var script = await Script(campaign, await campaign.Curator(), new { name = "figures" });
        Assert.Equal(200, (await script.Get("/api/curator/overview")).Status);
        var (status, problem) = await script.Post("/api/curator/plan", new { action = "pause" });
        Assert.Equal((403, "read_only_token"), (status, problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("/api/invitations")]
    [InlineData("/api/tokens")]
    [InlineData("/api/passkeys/creation-options")]
    public async Task Token_ThatMayWrite_LetsNobodyElseIn(string path)
    {
        await using var campaign = await TestCampaign.Start();
        var script = await Script(campaign, await campaign.Curator(), new { name = "script", may_write = true });
        Assert.Equal(200, (await script.Get("/api/campaign")).Status);
        Assert.Equal(403, (await script.Post(path, new { role = "curator", name = "another" })).Status);
    }

    [Fact]
    public async Task Token_OfARater_MayDoNoMoreThanTheRater()
    {
        await using var campaign = await TestCampaign.Start();
        var script = await Script(campaign, await campaign.Rater("r1"), new { name = "script", may_write = true });
        Assert.Equal(403, (await script.Get("/api/curator/overview")).Status);
        Assert.Equal(403, (await script.Get("/metrics")).Status);
    }

    [Fact]
    public async Task Token_Expired_IsWorthless()
    {
        await using var campaign = await TestCampaign.Start();
        var script = await Script(campaign, await campaign.Rater("r1"), new { name = "script", days = 1 });
        Assert.Equal(200, (await script.Get("/api/work")).Status);
        campaign.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(401, (await script.Get("/api/work")).Status);
    }

    [Fact]
    public async Task Token_Listed_IsWithoutItsSecretAndOfItsPersonAlone()
    {
        await using var campaign = await TestCampaign.Start();
        var (one, two) = (await campaign.Rater("r1"), await campaign.Rater("r2"));
        var (_, made) = await one.Post("/api/tokens", new { name = "script", may_write = true });
        var (_, listed) = await one.Get("/api/tokens");
        Assert.DoesNotContain(made.GetProperty("token").GetString()!, listed.GetRawText(), StringComparison.Ordinal);
        Assert.True(listed.GetProperty("tokens")[0].GetProperty("may_write").GetBoolean());
        Assert.Equal(0, (await two.Get("/api/tokens")).Body.GetProperty("tokens").GetArrayLength());
        Assert.Equal(404, (await two.Delete($"/api/tokens/{made.GetProperty("id").GetString()}")).Status);
    }

    [Fact]
    public async Task Metrics_AreForCuratorsAndViewers()
    {
        await using var campaign = await TestCampaign.Start();
        var scraper = await Script(campaign, await campaign.Viewer(), new { name = "prometheus" });
        var (status, text) = await scraper.Get("/metrics");
        Assert.Equal(200, status);
        Assert.Contains("neatx_store_healthy", text.GetString(), StringComparison.Ordinal);
        Assert.Equal(401, (await campaign.Anonymous().Get("/metrics")).Status);
    }

    private static async Task<TestClient> Script(TestCampaign campaign, TestClient person, object wish)
    {
        var (status, made) = await person.Post("/api/tokens", wish);
        Assert.True(status == 200, made.ToString());
        return new TestClient(campaign.App) { Bearer = made.GetProperty("token").GetString() };
    }
}
