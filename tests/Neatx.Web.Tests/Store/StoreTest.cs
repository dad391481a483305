using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Store;

/// <summary>What tests of the store share: a place for it on either database, and an open campaign in it.</summary>
public abstract class StoreTest(PostgreSqlServer server) : IDisposable
{
    public static TheoryData<StoreProvider> Providers => [StoreProvider.Sqlite, StoreProvider.PostgreSql];

    protected static readonly CampaignActor Curator = new("boss", CampaignRole.Curator);

    protected static readonly string[] Tubes = ["Chest drain", "Nasogastric tube", "Endotracheal tube", "Tracheostomy tube"];

    /// <summary>Empty, and gone after the test.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("neatx-store-").FullName;

    protected ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    protected StoreOptions Options => new() { Protocol = EventHash.Zero, Clock = Clock };

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static CampaignActor Rater(int number) => new($"user{number}", CampaignRole.Rater);

    protected static CampaignPlan Plan(int findings = 2) => new()
    {
        Title = "Tubes",
        Findings = [.. Tubes.Take(findings).Select((name, index) => new CampaignFinding(name, name, FormattableString.Invariant($"{index + 1}"), AsksSide: index == 0))],
    };

    protected static EventRequest Request(EventKind kind, string? @new = null) => new() { Id = Guid.NewGuid(), Kind = kind, New = @new };

    protected static EventRequest Rating(WorkItem item, string finding, string? grade) =>
        Request(EventKind.RatingSet, grade) with { Image = item.Image, Occurrence = item.Occurrence, Finding = finding };

    protected static EventRequest Completed(WorkItem item) => Request(EventKind.ImageCompleted) with { Image = item.Image, Occurrence = item.Occurrence };

    protected static async Task<IReadOnlyList<EventOutcome>> Taken(CampaignStore store, CampaignActor actor, params EventRequest[] requests)
    {
        var outcomes = await store.Append(actor, requests);
        Assert.DoesNotContain(outcomes, outcome => outcome.Refusal is not null);
        return outcomes;
    }

    protected StoreLocation NewLocation(StoreProvider provider) => provider == StoreProvider.Sqlite
        ? StoreLocation.Sqlite(Path.Combine(Folder, "campaign.db"))
        : StoreLocation.PostgreSql(server.NewDatabase());

    /// <summary>A campaign with images 1 to n and raters user1, user2, ... in the phase of rating.</summary>
    protected async Task<CampaignStore> Begin(StoreLocation location, CampaignPlan plan, int images, int raters)
    {
        var store = CampaignStore.Open(location, Options);
        await Taken(store, Curator, Request(EventKind.CampaignOpened, plan.ToJson()));
        await store.AddImages(Curator, ImagePool.Main, Enumerable.Range(1, images).Select(Image));
        for (var number = 1; number <= raters; number++)
        {
            await Taken(store, Curator, Request(EventKind.RaterAdded, FormattableString.Invariant($"r{number}")) with { Rater = Rater(number).User });
            await Taken(store, Rater(number), Request(EventKind.GuidelineRead));
        }

        return store;
    }

    protected static NewImage Image(int number) =>
        new("films", FormattableString.Invariant($"film-{number:D7}.png"), FormattableString.Invariant($"p{number / 2}"));
}
