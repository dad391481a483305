using System.Globalization;
using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Store;

/// <summary>
/// A store that is killed again and again while twenty clients write: what it acknowledged is there, and the chain is whole. Without the server
/// around it, which Server/KillTests kills, it is hit more often within a commit.
/// </summary>
public sealed class KillTests(PostgreSqlServer server, ITestOutputHelper output) : KillTest(server)
{
    private const int Clients = 20;
    private const int ImagesEach = 5;
    private static readonly string[] Findings = ["drain", "tube"];

    [Theory]
    [MemberData(nameof(Providers))]
    public Task Kill_25Times_LosesNothingAcknowledged(StoreProvider provider) => KillAgainAndAgain(provider, 25);

    [Theory]
    [Trait("Category", "Heavy")]
    [MemberData(nameof(Providers))]
    public Task Kill_1000Times_LosesNothingAcknowledged(StoreProvider provider) => KillAgainAndAgain(provider, 1000);

    private async Task KillAgainAndAgain(StoreProvider provider, int times)
    {
        var location = NewLocation(provider);
        var images = await Prepare(location);
        var socket = Path.Combine(Folder, "s");
        var clients = images.Select((each, index) => new WritingClient(socket, Rater(index + 1).User, each, Findings, (ulong)index)).ToList();
        await KillAgainAndAgain(
            times,
            () => KilledHost.Prepare("Neatx.Web.StoreHost", location, socket),
            said => Assert.Equal("ready", said),
            clients.Select(client => (Func<CancellationToken, Task>)client.Run),
            () => clients.Sum(client => client.Acknowledged.Count));
        Check(location, clients, times);
    }

    /// <summary>Images that each client holds.</summary>
    private async Task<List<List<int>>> Prepare(StoreLocation location)
    {
        var plan = Plan() with { Findings = [.. Findings.Select((name, index) => new CampaignFinding(name, name, FormattableString.Invariant($"{index}"), false))] };
        using var store = await Begin(location, plan, Clients * ImagesEach, Clients);
        var images = new List<List<int>>();
        for (var client = 1; client <= Clients; client++)
            images.Add([.. (await store.Next(Rater(client).User, ImagesEach)).Select(item => item.Image)]);
        return images;
    }

    private void Check(StoreLocation location, List<WritingClient> clients, int times)
    {
        using var reader = CampaignReader.Open(location);
        var verification = CampaignVerification.Of(reader);
        Assert.Empty(verification.Mistakes);
        var log = reader.Events().Where(entry => entry.Kind == EventKind.RatingSet).ToDictionary(
            entry => entry.Id,
            entry => (entry.Sequence, string.Create(CultureInfo.InvariantCulture, $"{entry.Rater} {entry.Id} {entry.Image} {entry.Finding} {entry.New}")));
        var acknowledged = clients.SelectMany(client => client.Acknowledged).ToList();
        Assert.DoesNotContain(acknowledged, each => !log.TryGetValue(each.Key, out var entry) || entry != each.Value);
        output.WriteLine($"killed {times} times, {acknowledged.Count} acknowledged, {log.Count} in the log");
    }
}
