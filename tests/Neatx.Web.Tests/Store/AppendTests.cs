using Neatx.Web.Store;

namespace Neatx.Web.Tests.Store;

public sealed class AppendTests(PostgreSqlServer server) : StoreTest(server)
{
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Append_Rating_IsThereAfterReopening(StoreProvider provider)
    {
        var location = NewLocation(provider);
        WorkItem item;
        using (var store = await Begin(location, Plan(), images: 3, raters: 1))
        {
            item = (await store.Next(Rater(1).User, 1))[0];
            await Taken(store, Rater(1), Rating(item, Tubes[0], "0.75"), Rating(item, Tubes[1], "0"), Completed(item));
        }

        using var again = CampaignStore.Open(location, Options);
        var (grade, isCompleted) = again.Read((state, _) =>
        {
            var assignment = state.FindRater("user1")!.Find(item.Image, 0)!;
            return (assignment[0].ToString(), assignment.IsCompleted);
        });
        Assert.Equal("0.75", grade);
        Assert.True(isCompleted);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Append_SameIdAgain_GivesTheFirstSequence(StoreProvider provider)
    {
        using var store = await Begin(NewLocation(provider), Plan(), images: 3, raters: 1);
        var item = (await store.Next(Rater(1).User, 1))[0];
        var request = Rating(item, Tubes[0], "1");
        var first = (await Taken(store, Rater(1), request))[0];
        await Taken(store, Rater(1), Rating(item, Tubes[0], "0"));
        var again = (await Taken(store, Rater(1), request))[0];
        Assert.Equal(first.Sequence, again.Sequence);
        Assert.Equal("0", store.Read((state, _) => state.FindRater("user1")!.Find(item.Image, 0)![0].ToString()));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Append_IdOfAnother_IsRefused(StoreProvider provider)
    {
        using var store = await Begin(NewLocation(provider), Plan(), images: 3, raters: 2);
        var item = (await store.Next(Rater(1).User, 1))[0];
        var request = Rating(item, Tubes[0], "1");
        await Taken(store, Rater(1), request);
        var outcome = (await store.Append(Rater(2), [request]))[0];
        Assert.Equal("id_taken", outcome.Refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Next_ImagesAndOverlap_GivesEachImageToTwo(StoreProvider provider)
    {
        using var store = await Begin(NewLocation(provider), Plan(), images: 10, raters: 3);
        var given = new List<int>();
        for (var number = 1; number <= 3; number++) given.AddRange((await store.Next(Rater(number).User, 20)).Select(item => item.Image));
        Assert.Equal(20, given.Count);
        Assert.All(given.GroupBy(image => image), group => Assert.Equal(2, group.Count()));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Open_Twice_IsRefused(StoreProvider provider)
    {
        var location = NewLocation(provider);
        using var store = await Begin(location, Plan(), images: 1, raters: 0);
        var error = Assert.Throws<NeatxException>(() => CampaignStore.Open(location, Options));
        Assert.Contains("another process", error.Message, StringComparison.Ordinal);
    }
}
