using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Neatx.Core.Campaign;
using Neatx.Web.Hosting;
using Neatx.Web.People;
using Neatx.Web.ServerHost;
using Neatx.Web.Store;
using Neatx.Web.Tests.Store;

namespace Neatx.Web.Tests.Server;

/// <summary>A server that is killed again and again while twenty browsers write: what it acknowledged over HTTP is there, and the chain is whole.</summary>
public sealed class KillTests(PostgreSqlServer server, ITestOutputHelper output) : KillTest(server)
{
    private const string TimesVariable = "NEATX_KILLS";

    [Theory]
    [MemberData(nameof(Providers))]
    public Task Kill_75Times_LosesNothingAcknowledged(StoreProvider provider) => KillAgainAndAgain(provider, 75);

    /// <summary>NEATX_KILLS in the environment says how often, on each database; 500 otherwise.</summary>
    [Theory]
    [Trait("Category", "Heavy")]
    [MemberData(nameof(Providers))]
    public Task Kill_AsOftenAsTold_LosesNothingAcknowledged(StoreProvider provider) => KillAgainAndAgain(
        provider, int.Parse(Environment.GetEnvironmentVariable(TimesVariable) ?? "500", NumberStyles.None, CultureInfo.InvariantCulture));

    private async Task KillAgainAndAgain(StoreProvider provider, int times)
    {
        var location = NewLocation(provider);
        var browsers = await Prepare(KilledCampaign.Options(location, Folder));
        var address = new Uri("http://127.0.0.1:1");
        await KillAgainAndAgain(
            times,
            () => KilledHost.Prepare("Neatx.Web.ServerHost", location, Folder),
            said => Volatile.Write(ref address, new Uri(said)),
            browsers.Select(browser => (Func<CancellationToken, Task>)(token => browser.Run(() => Volatile.Read(ref address), token))),
            () => browsers.Sum(browser => browser.Acknowledged.Count));
        Check(location, browsers, times);
    }

    /// <summary>Brings in people with tokens, and has each take films.</summary>
    private static async Task<List<WritingBrowser>> Prepare(ServerOptions options)
    {
        Assert.True(EventHash.TryParse(options.Protocol.Sha256, out var protocol));
        using var store = CampaignStore.Open(options.Location, new Neatx.Web.Store.StoreOptions { Protocol = protocol });
        await CampaignOpening.Run(store, options.Protocol.Campaign!, options.Protocol.Seed, options.ReadImages(TestContext.Current.CancellationToken));
        await using var app = await CampaignServer.Build(store, options);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var scope = app.Services.CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<PeopleDatabase>();
        for (var number = 1; number <= KilledCampaign.Clients; number++)
        {
            var (user, now) = (Rater(number).User, DateTimeOffset.UtcNow);
            people.Add(new Person { Id = user, UserName = user, NormalizedUserName = user.ToUpperInvariant(), Role = CampaignRole.Rater, Created = now });
            people.Add(new ApiToken { MayWrite = true, Id = user, PersonId = user, Name = "kill", SecretHash = SHA256.HashData(Encoding.UTF8.GetBytes(TokenOf(user))), Created = now, Expires = now.AddDays(1) });
            await Taken(store, CampaignActor.System, Request(EventKind.RaterAdded, user) with { Rater = user });
            await Taken(store, Rater(number), Request(EventKind.GuidelineRead));
        }

        await people.SaveChangesAsync(TestContext.Current.CancellationToken);
        var browsers = new List<WritingBrowser>();
        for (var number = 1; number <= KilledCampaign.Clients; number++)
        {
            var token = TokenOf(Rater(number).User);
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.PostAsJsonAsync("/api/work/next", new { count = KilledCampaign.ImagesEach }, TestContext.Current.CancellationToken);
            var films = (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("films");
            List<string> handles = [.. films.EnumerateArray().Select(film => film.GetProperty("handle").GetString()!)];
            Assert.Equal(KilledCampaign.ImagesEach, handles.Count);
            browsers.Add(new WritingBrowser(token, handles, (ulong)number));
        }

        return browsers;
    }

    private static string TokenOf(string user) => $"nxt_{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"kill {user}")))}";

    private void Check(StoreLocation location, List<WritingBrowser> browsers, int times)
    {
        using var reader = CampaignReader.Open(location);
        Assert.Empty(CampaignVerification.Of(reader, token: TestContext.Current.CancellationToken).Mistakes);
        var log = reader.Events().Where(entry => entry.Kind == EventKind.RatingSet).ToDictionary(entry => entry.Id);
        for (var number = 1; number <= browsers.Count; number++)
        {
            foreach (var (id, (sequence, said)) in browsers[number - 1].Acknowledged)
            {
                Assert.True(log.TryGetValue(id, out var entry), $"Event {id} was acknowledged and is not in the log.");
                Assert.Equal((sequence, Rater(number).User, said.Finding, said.Grade), (entry.Sequence, entry.Actor, entry.Finding, entry.New));
            }
        }

        output.WriteLine($"killed {times} times, {browsers.Sum(browser => browser.Acknowledged.Count)} acknowledged, {log.Count} in the log");
    }
}
