using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Store;

/// <summary>Two hundred clients at once: no image is rated by more than the overlap.</summary>
public sealed class RacingTests(PostgreSqlServer server) : StoreTest(server)
{
    private const int Raters = 200;
    private const int Images = 150;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Next_200ClientsRacing_CollectsNoneTooMuch(StoreProvider provider)
    {
        using var store = await Begin(NewLocation(provider), Plan() with { SharedOrder = true, Batch = 3 }, Images, Raters);
        await Task.WhenAll(Enumerable.Range(1, Raters).Select(number => Task.Run(() => Work(store, Rater(number)))));
        var completed = store.Read((state, _) => Enumerable.Range(1, Images).Select(state.CompletedOn).ToList());
        Assert.All(completed, count => Assert.Equal(2, count));
        using var reader = store.OpenReader();
        Assert.Empty(CampaignVerification.Of(reader, token: TestContext.Current.CancellationToken).Mistakes);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Next_LeaseLapsed_GivesTheImageToAnother(StoreProvider provider)
    {
        using var store = await Begin(NewLocation(provider), Plan() with { Overlap = 1 }, images: 1, raters: 2);
        var first = await store.Next(Rater(1).User, 5);
        Assert.Single(first);
        Assert.Empty(await store.Next(Rater(2).User, 5));
        Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Single(await store.Next(Rater(2).User, 5));
        Assert.Empty(await store.Next(Rater(1).User, 5));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Next_AfterReopening_HoldsTheReservations(StoreProvider provider)
    {
        var location = NewLocation(provider);
        IReadOnlyList<WorkItem> before;
        using (var store = await Begin(location, Plan() with { Overlap = 1 }, images: 10, raters: 2)) before = await store.Next(Rater(1).User, 4);
        using var again = CampaignStore.Open(location, Options);
        Assert.Equal(before.Select(item => item.Image), (await again.Next(Rater(1).User, 4)).Select(item => item.Image));
        Assert.Equal(6, (await again.Next(Rater(2).User, 20)).Count);
    }

    private static async Task Work(CampaignStore store, CampaignActor rater)
    {
        while (await store.Next(rater.User, 3) is { Count: > 0 } items)
        {
            foreach (var item in items) await Taken(store, rater, Rating(item, Tubes[0], "0"), Rating(item, Tubes[1], "1"), Completed(item));
        }
    }
}
