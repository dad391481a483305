using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Server;

/// <summary>A server as a process of its own, its log at the most verbose that can be configured: none of what lets people in is in it.</summary>
public sealed class SecretsTests(PostgreSqlServer server) : IDisposable
{
    private const string Password = "Right0Password0Of0The0Curator";
    private const string Wrong = "Wrong0Password0Of0The0Curator";
    private const string OfTheDatabase = "Password0Of0The0Database";
    private static readonly string[] Formatters = ["json", "simple"];

    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-secrets-").FullName;

    public static TheoryData<string> Forms => [.. Formatters];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Log_AtItsMostVerbose_HoldsNoSecret(string form)
    {
        // Where the database trusts who comes through its socket, the password is sent and not looked at.
        var location = StoreLocation.PostgreSql($"{server.NewDatabase()};Password={OfTheDatabase}");
        using var logging = LoggingHost.Start(location, _folder, form);
        var invitation = logging.Codes[0];
        var (session, token, metrics) = await Visit(logging.Address, invitation);
        var log = logging.Stop();
        // It was verbose, and of these requests.
        foreach (var said in new[] { "Request starting", "/api/invitations/accept", "/api/tokens", "Microsoft.EntityFrameworkCore.Database.Command" }) Assert.Contains(said, log, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration", metrics, StringComparison.Ordinal);
        foreach (var secret in new[] { Password, Wrong, OfTheDatabase, session, token }.Concat(logging.Codes))
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, metrics, StringComparison.Ordinal);
        }
    }

    /// <summary>Comes in by the invitation, signs out and in, makes a token and reads the metrics by it.</summary>
    private static async Task<(string Session, string Token, string Metrics)> Visit(Uri address, string invitation)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var browser = new HttpClient(handler) { BaseAddress = address };
        await Post("/api/invitations/look", new { code = invitation }, 200);
        await Post("/api/invitations/accept", new { code = invitation, name = "curator", password = Password }, 200);
        await Post("/api/sign-out", new { }, 200);
        await Post("/api/sign-in", new { name = "curator", password = Wrong }, 401);
        await Post("/api/sign-in", new { name = "curator", password = Password }, 200);
        var token = (await Post("/api/tokens", new { name = "scraper" }, 200)).GetProperty("token").GetString()!;
        using var script = new HttpClient { BaseAddress = address };
        script.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (cookies.GetCookies(address)["neatx-session"]!.Value, token, await script.GetStringAsync("/metrics", TestContext.Current.CancellationToken));

        async Task<JsonElement> Post(string path, object body, int expected)
        {
            var me = await browser.GetFromJsonAsync<JsonElement>("/api/me", TestContext.Current.CancellationToken);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { { "X-Antiforgery", me.GetProperty("antiforgery").GetString() } } };
            using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True((int)response.StatusCode == expected, $"{path}: {(int)response.StatusCode} {text}");
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
    }
}
