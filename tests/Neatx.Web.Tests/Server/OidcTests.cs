using System.Net.Http.Json;
using System.Text.Json;
using Neatx.Core.Campaign;

namespace Neatx.Web.Tests.Server;

/// <summary>Signing in with an account of an institution, over the whole code flow with a provider on this machine.</summary>
public sealed class OidcTests
{
    [Fact]
    public async Task SignIn_WithAnInvitation_LetsThePersonInAndAgainWithoutOne()
    {
        await using var provider = await OidcProvider.Start();
        await using var campaign = await TestCampaign.Start(settings: provider.Settings);
        var (first, again) = (campaign.Anonymous(), campaign.Anonymous());
        Assert.Equal("Hospital", (await first.Get("/api/me")).Body.GetProperty("oidc").GetProperty("title").GetString());
        Assert.Equal((302, "/"), await Go(provider, first, await campaign.Invite(CampaignRole.Rater, "r1")));
        var (_, me) = await first.Get("/api/me");
        Assert.Equal(("rater", "r1", "person-1@hospital.example"), (me.GetProperty("role").GetString(), me.GetProperty("pseudonym").GetString(), me.GetProperty("name").GetString()));
        Assert.Equal((302, "/"), await Go(provider, again));
        Assert.Equal("r1", (await again.Get("/api/me")).Body.GetProperty("pseudonym").GetString());
        Assert.Equal(1, campaign.Store.Read((state, _) => state.Raters.Count));
    }

    [Fact]
    public async Task Request_OfTheServer_IsACodeWithAChallengeAndANonce()
    {
        await using var provider = await OidcProvider.Start();
        await using var campaign = await TestCampaign.Start(settings: provider.Settings);
        await Go(provider, campaign.Anonymous(), await campaign.Invite(CampaignRole.Viewer));
        var asked = provider.Asked!;
        Assert.Equal(("code", "S256", OidcProvider.Client), (asked["response_type"].ToString(), asked["code_challenge_method"].ToString(), asked["client_id"].ToString()));
        Assert.NotEmpty(asked["nonce"].ToString());
        Assert.DoesNotContain("nxi_", Uri.UnescapeDataString(asked["state"].ToString()), StringComparison.Ordinal);
        Assert.Equal("http://localhost/api/oidc/callback", asked["redirect_uri"].ToString());
    }

    [Fact]
    public async Task SignIn_ByAStranger_OpensNoAccount()
    {
        await using var provider = await OidcProvider.Start();
        await using var campaign = await TestCampaign.Start(settings: provider.Settings);
        var stranger = campaign.Anonymous();
        Assert.Equal((403, null), await Go(provider, stranger));
        Assert.False((await stranger.Get("/api/me")).Body.GetProperty("signed_in").GetBoolean());
    }

    [Fact]
    public async Task Invitation_UsedByOne_LetsInNoOther()
    {
        await using var provider = await OidcProvider.Start();
        await using var campaign = await TestCampaign.Start(settings: provider.Settings);
        var code = await campaign.Invite(CampaignRole.Rater);
        Assert.Equal((302, "/"), await Go(provider, campaign.Anonymous(), code));
        provider.Subject = "person-2";
        Assert.Equal((403, null), await Go(provider, campaign.Anonymous(), code));
        Assert.Equal(1, campaign.Store.Read((state, _) => state.Raters.Count));
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("nonce")]
    [InlineData("signature")]
    [InlineData("expiry")]
    [InlineData("state")]
    [InlineData("replay")]
    public async Task Answer_ThatIsNotForUs_IsRefusedInWordsAndTheInvitationStaysOpen(string wrong)
    {
        await using var provider = await OidcProvider.Start();
        await using var campaign = await TestCampaign.Start(settings: provider.Settings);
        var code = await campaign.Invite(CampaignRole.Curator);
        if (wrong == "issuer") provider.Issuer = "https://other.example";
        if (wrong == "audience") provider.Audience = "another client";
        if (wrong == "nonce") provider.Nonce = "of another sign-in";
        provider.IsForged = wrong == "signature";
        provider.IsExpired = wrong == "expiry";
        var client = campaign.Anonymous();
        var back = await provider.SignIn(await Start(client, code));
        if (wrong == "state") client = campaign.Anonymous();
        if (wrong == "replay") back = await Spent(back);
        using var response = await client.Send(HttpMethod.Get, back, null);
        Assert.Equal(403, (int)response.StatusCode);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("What was saved is safe.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.False((await client.Get("/api/me")).Body.GetProperty("signed_in").GetBoolean());
        Assert.Equal(200, (await campaign.Anonymous().Post("/api/invitations/look", new { code })).Status);

        // Somebody else has used the code of the answer before.
        async Task<string> Spent(string answer)
        {
            using var thief = new HttpClient();
            using var form = new FormUrlEncodedContent([new("code", System.Web.HttpUtility.ParseQueryString(answer.Split('?')[1])["code"]!), new("client_secret", "guessed")]);
            using var stolen = await thief.PostAsync(new Uri($"{provider.Address}/token"), form, TestContext.Current.CancellationToken);
            Assert.Equal(400, (int)stolen.StatusCode);
            return answer;
        }
    }

    [Fact]
    public async Task SignIn_WhereNoneIsConfigured_IsNotThere()
    {
        await using var campaign = await TestCampaign.Start();
        Assert.Equal(404, (await campaign.Anonymous().Get("/api/oidc/sign-in")).Status);
        Assert.Equal(404, (await campaign.Anonymous().Post("/api/oidc/invited", new { code = "nxi_" })).Status);
    }

    private static async Task<Uri> Start(TestClient client, string? invitation)
    {
        if (invitation is not null) await client.Get("/api/me");
        using var response = invitation is null
            ? await client.Send(HttpMethod.Get, "/api/oidc/sign-in", null)
            : await client.Send(HttpMethod.Post, "/api/oidc/invited", JsonContent.Create(new { code = invitation }));
        Assert.Equal(invitation is null ? 302 : 200, (int)response.StatusCode);
        foreach (var cookie in response.Headers.GetValues("Set-Cookie"))
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        }

        if (invitation is null) return response.Headers.Location!;
        var way = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return new Uri(way.GetProperty("address").GetString()!);
    }

    /// <summary>The whole way of a browser; where it ends.</summary>
    private static async Task<(int Status, string? Location)> Go(OidcProvider provider, TestClient client, string? invitation = null)
    {
        var back = await provider.SignIn(await Start(client, invitation));
        using var callback = await client.Send(HttpMethod.Get, back, null);
        Assert.Equal((302, "/api/oidc/complete"), ((int)callback.StatusCode, callback.Headers.Location?.ToString()));
        using var complete = await client.Send(HttpMethod.Get, "/api/oidc/complete", null);
        return ((int)complete.StatusCode, complete.Headers.Location?.ToString());
    }
}
