using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Neatx.Core.Campaign;
using Neatx.Web.People;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Server;

public sealed class PeopleTests(PostgreSqlServer server)
{
    public static TheoryData<StoreProvider> Providers => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Invitation_TakenByMany_LetsOneIn(StoreProvider provider)
    {
        await using var campaign = await TestCampaign.Start(provider == StoreProvider.Sqlite ? null : StoreLocation.PostgreSql(server.NewDatabase()));
        var code = await campaign.Invite(CampaignRole.Rater, "r1");
        var statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
            (await campaign.Anonymous().Post("/api/invitations/accept", new { code, name = $"person {number}", password = TestCampaign.Password })).Status));
        Assert.Equal(1, statuses.Count(status => status == 200));
        Assert.Equal(5, statuses.Count(status => status == 410));
        Assert.Equal(1, campaign.Store.Read((state, _) => state.Raters.Count));
    }

    [Fact]
    public async Task Invitation_Expired_IsGone()
    {
        await using var campaign = await TestCampaign.Start();
        var code = await campaign.Invite(CampaignRole.Rater, days: 1);
        Assert.Equal(200, (await campaign.Anonymous().Post("/api/invitations/look", new { code })).Status);
        campaign.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(410, (await campaign.Anonymous().Post("/api/invitations/look", new { code })).Status);
        Assert.Equal(410, (await campaign.Anonymous().Post("/api/invitations/accept", new { code, name = "late", password = TestCampaign.Password })).Status);
    }

    [Fact]
    public async Task Invitation_WithAWeakPassword_StaysOpen()
    {
        await using var campaign = await TestCampaign.Start();
        var code = await campaign.Invite(CampaignRole.Rater);
        Assert.Equal(400, (await campaign.Anonymous().Post("/api/invitations/accept", new { code, name = "new", password = "short" })).Status);
        Assert.Equal(200, (await campaign.Anonymous().Post("/api/invitations/accept", new { code, name = "new", password = TestCampaign.Password })).Status);
    }

    [Fact]
    public async Task Invitation_MadeByACurator_GivesTheRoleAndAPseudonym()
    {
        await using var campaign = await TestCampaign.Start();
        var curator = await campaign.Curator();
        var (status, made) = await curator.Post("/api/invitations", new { role = "rater" });
        Assert.Equal(200, status);
        Assert.Contains("/invitation#", made.GetProperty("link").GetString(), StringComparison.Ordinal);
        var rater = campaign.Anonymous();
        var (_, me) = await rater.Post("/api/invitations/accept", new { code = made.GetProperty("code").GetString(), name = "Ada", password = TestCampaign.Password });
        Assert.Equal(("rater", "r1"), (me.GetProperty("role").GetString(), me.GetProperty("pseudonym").GetString()));
        Assert.Equal(403, (await rater.Post("/api/invitations", new { role = "curator" })).Status);
    }

    [Fact]
    public async Task SignIn_WrongFiveTimes_LocksWithoutSaying()
    {
        await using var campaign = await TestCampaign.Start();
        await campaign.Rater("r1");
        var client = campaign.Anonymous();
        var answers = new List<string>();
        for (var count = 0; count < 6; count++) answers.Add((await client.Post("/api/sign-in", new { name = "r1", password = "wrong wrong" })).Body.GetProperty("detail").GetString()!);
        answers.Add((await client.Post("/api/sign-in", new { name = "nobody at all", password = "wrong wrong" })).Body.GetProperty("detail").GetString()!);
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Equal(401, (await client.Post("/api/sign-in", new { name = "r1", password = TestCampaign.Password })).Status);
    }

    [Fact]
    public async Task SignOut_ThenWork_SaysThatTheWorkIsSafe()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        await rater.Post("/api/sign-out", new { });
        var (status, problem) = await rater.Get("/api/work");
        Assert.Equal((401, "signed_out"), (status, problem.GetProperty("code").GetString()));
        Assert.StartsWith("What was saved is safe.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_Cookie_IsOutOfReachOfScriptsAndOtherSites()
    {
        await using var campaign = await TestCampaign.Start();
        await campaign.Rater("r1");
        var client = campaign.Anonymous();
        await client.Get("/api/me");
        using var content = System.Net.Http.Json.JsonContent.Create(new { name = "r1", password = TestCampaign.Password });
        using var response = await client.Send(HttpMethod.Post, "/api/sign-in", content);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("neatx-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Token_OfAScript_ActsAsItsPersonUntilDeleted(StoreProvider provider)
    {
        await using var campaign = await TestCampaign.Start(provider == StoreProvider.Sqlite ? null : StoreLocation.PostgreSql(server.NewDatabase()));
        var rater = await campaign.Rater("r1");
        var (_, made) = await rater.Post("/api/tokens", new { name = "script", may_write = true });
        var script = new TestClient(campaign.App) { Bearer = made.GetProperty("token").GetString() };
        Assert.Equal(2, (await script.Next(2)).Count);
        Assert.Equal(401, (await new TestClient(campaign.App) { Bearer = "nxt_made-up" }.Get("/api/work")).Status);
        Assert.Equal(204, (await rater.Delete($"/api/tokens/{made.GetProperty("id").GetString()}")).Status);
        Assert.Equal(401, (await script.Get("/api/work")).Status);
    }

    [Fact]
    public async Task Database_HoldsNoSecretInPlainText()
    {
        await using var campaign = await TestCampaign.Start();
        var code = await campaign.Invite(CampaignRole.Curator);
        var rater = await campaign.Rater("r1");
        var (_, made) = await rater.Post("/api/tokens", new { name = "script" });
        using var scope = campaign.App.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<PeopleDatabase>();
        await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", TestContext.Current.CancellationToken);
        var bytes = string.Concat(await File.ReadAllTextAsync(campaign.Options.Location.Connection, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken));
        foreach (var secret in new[] { code, made.GetProperty("token").GetString()!, TestCampaign.Password }) Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_OfCookies_AreTheOwnersAlone()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var campaign = await TestCampaign.Start();
        await campaign.Rater("r1");
        var keys = Path.Combine(campaign.Folder, "campaign", "keys");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
        foreach (var file in Directory.GetFiles(keys)) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Passkeys_Options_AreMadeForTheOneSignedIn()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var (status, options) = await rater.Post("/api/passkeys/creation-options", new { });
        Assert.Equal(200, status);
        Assert.Equal("r1", options.GetProperty("user").GetProperty("name").GetString());
        Assert.Equal(400, (await rater.Post("/api/passkeys", new { credential = "{}", name = "mine" })).Status);
        var nobody = campaign.Anonymous();
        Assert.Equal(200, (await nobody.Post("/api/passkeys/request-options", new { })).Status);
        Assert.Equal(401, (await nobody.Post("/api/passkeys/sign-in", new { credential = "{}" })).Status);
    }
}
