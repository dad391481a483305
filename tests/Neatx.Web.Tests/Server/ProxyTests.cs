using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace Neatx.Web.Tests.Server;

/// <summary>Behind a proxy that ends TLS: what it says is believed, what others say is not.</summary>
public sealed class ProxyTests
{
    private static readonly IPAddress Known = IPAddress.Parse("10.1.2.3");
    private static readonly IPAddress Stranger = IPAddress.Parse("10.9.9.9");

    [Fact]
    public async Task Request_OverHttpsByTheProxy_IsAnsweredWithSecureCookies()
    {
        await using var campaign = await Start();
        var answer = await Ask(campaign, Known, "/api/me", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Host", "rating.example"));
        Assert.Equal(200, answer.Response.StatusCode);
        Assert.Equal("203.0.113.7", answer.Connection.RemoteIpAddress?.ToString());
        Assert.All(answer.Response.Headers.SetCookie, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("max-age", answer.Response.Headers.StrictTransportSecurity.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_ByAStranger_MakesItselfNeitherHttpsNorAnotherAddress()
    {
        await using var campaign = await Start();
        var answer = await Ask(campaign, Stranger, "/api/me", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.7"));
        Assert.Equal(400, answer.Response.StatusCode);
        Assert.Equal(Stranger, answer.Connection.RemoteIpAddress);
        using var reader = new StreamReader(answer.Response.Body);
        Assert.Contains("--proxy ADDRESS", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_OverPlainHttp_CarriesNoPassword()
    {
        await using var campaign = await Start();
        Assert.Equal(400, (await Ask(campaign, Known, "/api/me")).Response.StatusCode);
        // What the machine asks itself is no secret.
        Assert.Equal(200, (await Ask(campaign, IPAddress.Loopback, "/health/ready")).Response.StatusCode);
    }

    [Fact]
    public async Task Proxy_ByDefault_IsThisMachineAlone()
    {
        await using var campaign = await TestCampaign.Start(serve: options => options with { IsBehindProxy = true });
        Assert.Equal(200, (await Ask(campaign, IPAddress.IPv6Loopback, "/api/me", ("X-Forwarded-Proto", "https"))).Response.StatusCode);
        Assert.Equal(400, (await Ask(campaign, Known, "/api/me", ("X-Forwarded-Proto", "https"))).Response.StatusCode);
    }

    private static Task<TestCampaign> Start() =>
        TestCampaign.Start(serve: options => options with { IsBehindProxy = true, Proxies = [new IPNetwork(IPAddress.Parse("10.1.0.0"), 16)] });

    private static Task<HttpContext> Ask(TestCampaign campaign, IPAddress from, string path, params (string Name, string Value)[] headers) => campaign.App.GetTestServer().SendAsync(context =>
    {
        context.Connection.RemoteIpAddress = from;
        (context.Request.Method, context.Request.Path, context.Request.Scheme, context.Request.Host) = ("GET", path, "http", new HostString("localhost"));
        foreach (var (name, value) in headers) context.Request.Headers[name] = value;
    });
}
