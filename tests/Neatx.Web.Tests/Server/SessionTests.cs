using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Neatx.Core.Campaign;
using Neatx.Web.Hosting;
using Neatx.Web.People;

namespace Neatx.Web.Tests.Server;

/// <summary>How long somebody is in, how often somebody may try, and what each role sees.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task Session_Unused_EndsAndThePersonComesBackToTheSameWork()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        await rater.Rate(handle, "0.75");
        campaign.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(401, (await rater.Get("/api/work")).Status);
        Assert.False((await rater.Get("/api/me")).Body.GetProperty("signed_in").GetBoolean());
        Assert.Equal(200, (await rater.Post("/api/sign-in", new { name = "r1", password = TestCampaign.Password })).Status);
        Assert.Equal(handle, (await rater.Get("/api/work")).Body.GetProperty("films")[0].GetProperty("handle").GetString());
    }

    [Fact]
    public async Task Session_InUse_GoesOn()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        for (var hours = 0; hours < 24; hours += 7)
        {
            campaign.Clock.Advance(TimeSpan.FromHours(7));
            Assert.Equal(200, (await rater.Get("/api/work")).Status);
        }
    }

    [Fact]
    public async Task Session_AfterTheServerStartedAgain_GoesOn()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        await campaign.Restart();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/work");
        request.Headers.Add("Cookie", $"neatx-session={rater.Cookies["neatx-session"]}");
        using var response = await Microsoft.AspNetCore.TestHost.HostBuilderTestServerExtensions.GetTestClient(campaign.App).SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task SignIn_LockedAfterFiveWrong_OpensAfterTenMinutes()
    {
        await using var campaign = await TestCampaign.Start();
        await campaign.Rater("r1");
        var client = campaign.Anonymous();
        var before = DateTimeOffset.UtcNow;
        for (var count = 0; count < 5; count++) Assert.Equal(401, (await client.Post("/api/sign-in", new { name = "r1", password = "wrong wrong" })).Status);
        Assert.Equal(401, (await client.Post("/api/sign-in", new { name = "r1", password = TestCampaign.Password })).Status);
        // The lock goes by the system's clock, so the test moves its end and not the clock.
        using var scope = campaign.App.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = (await people.FindByNameAsync("r1"))!;
        Assert.InRange(person.LockoutEnd!.Value, before.AddMinutes(10).AddSeconds(-1), DateTimeOffset.UtcNow.AddMinutes(10));
        await people.SetLockoutEndDateAsync(person, DateTimeOffset.UtcNow.AddSeconds(-1));
        Assert.Equal(200, (await client.Post("/api/sign-in", new { name = "r1", password = TestCampaign.Password })).Status);
    }

    [Fact]
    public async Task Guesses_FromOneAddress_AreToldToWait()
    {
        await using var campaign = await TestCampaign.Start(limits: new ServerLimits { GuessesPerMinute = 4 });
        var client = campaign.Anonymous();
        var statuses = new List<int>();
        for (var count = 0; count < 8; count++) statuses.Add((await client.Post("/api/sign-in", new { name = $"nobody {count}", password = "wrong wrong" })).Status);
        Assert.Equal([401, 401, 401, 401, 429, 429, 429, 429], statuses);
        using var content = System.Net.Http.Json.JsonContent.Create(new { name = "nobody", password = "wrong wrong" });
        using var response = await client.Send(HttpMethod.Post, "/api/sign-in", content);
        Assert.InRange(int.Parse(response.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
    }

    [Theory]
    [InlineData("short", "at least 10")]
    [InlineData("aaaaaaaaaaaa", "at least 4 different")]
    [InlineData("", "at least 10")]
    public async Task Password_ThatIsWeak_IsRefusedWithTheRule(string password, string rule)
    {
        await using var campaign = await TestCampaign.Start();
        var code = await campaign.Invite(CampaignRole.Rater);
        var (status, problem) = await campaign.Anonymous().Post("/api/invitations/accept", new { code, name = "new", password });
        Assert.Equal(400, status);
        Assert.Contains(rule, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/sign-up")]
    [InlineData("/api/register")]
    [InlineData("/register")]
    [InlineData("/api/invitations")]
    [InlineData("/api/people")]
    public async Task SignUp_WithoutAnInvitation_IsNowhere(string path)
    {
        await using var campaign = await TestCampaign.Start();
        var (status, _) = await campaign.Anonymous().Post(path, new { name = "mallory", password = TestCampaign.Password, role = "curator" });
        Assert.Contains(status, new[] { 401, 404, 405 });
        Assert.Equal(401, (await campaign.Anonymous().Post("/api/sign-in", new { name = "mallory", password = TestCampaign.Password })).Status);
    }

    /// <summary>Whether each role may: curator, viewer, adjudicator, rater.</summary>
    [Theory]
    [InlineData("GET", "/api/campaign", 200, 200, 200, 200)]
    [InlineData("GET", "/api/curator/overview", 200, 200, 403, 403)]
    [InlineData("GET", "/api/curator/disagreements", 200, 200, 403, 403)]
    [InlineData("GET", "/api/curator/export/long", 200, 403, 403, 403)]
    [InlineData("GET", "/api/invitations", 200, 403, 403, 403)]
    [InlineData("POST", "/api/invitations", 400, 403, 403, 403)]
    [InlineData("POST", "/api/curator/freeze", 409, 403, 403, 403)]
    [InlineData("POST", "/api/adjudication/next", 403, 403, 409, 403)]
    [InlineData("GET", "/api/work", 403, 403, 403, 200)]
    [InlineData("GET", "/metrics", 200, 200, 403, 403)]
    public async Task Role_MayWhatItIsFor(string method, string path, int curator, int viewer, int adjudicator, int rater)
    {
        await using var campaign = await TestCampaign.Start();
        TestClient[] people = [await campaign.Curator(), await campaign.Viewer(), await campaign.Adjudicator(), await campaign.Rater("r1")];
        var statuses = new List<int>();
        foreach (var person in people) statuses.Add((method == "GET" ? await person.Get(path) : await person.Post(path, new { })).Status);
        Assert.Equal([curator, viewer, adjudicator, rater], statuses);
    }

    [Fact]
    public async Task Viewer_SeesPseudonymsWhereACuratorSeesNames()
    {
        await using var campaign = await TestCampaign.Start();
        var code = await campaign.Invite(CampaignRole.Rater, "r1");
        await campaign.Anonymous().Post("/api/invitations/accept", new { code, name = "Ada Lovelace", password = TestCampaign.Password });
        var seen = (await (await campaign.Viewer()).Get("/api/curator/overview")).Body.GetRawText();
        Assert.DoesNotContain("Ada", seen, StringComparison.Ordinal);
        Assert.Contains("\"r1\"", seen, StringComparison.Ordinal);
        var curator = await campaign.Curator();
        Assert.Contains("Ada Lovelace", (await curator.Get("/api/curator/overview")).Body.GetRawText(), StringComparison.Ordinal);
        foreach (var format in new[] { "raw", "long", "events", "label-studio" })
            Assert.DoesNotContain("Ada", (await curator.Get($"/api/curator/export/{format}")).Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkeys_Options_TellNobodyWhoHasOne()
    {
        await using var campaign = await TestCampaign.Start();
        await campaign.Rater("r1");
        var (_, options) = await campaign.Anonymous().Post("/api/passkeys/request-options", new { name = "r1" });
        Assert.Equal(0, options.GetProperty("allowCredentials").GetArrayLength());
        Assert.Equal("required", options.GetProperty("userVerification").GetString());
    }
}
