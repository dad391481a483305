using System.Diagnostics;
using Neatx.Core.Campaign;
using Neatx.Web.Exchange;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Store;

/// <summary>Sizes of real archives. Times are printed, not asserted; bench/ holds them to their limits. Alone, because the memory that is weighed is the process's.</summary>
[Collection(AloneCollection.Name)]
public sealed class ScaleTests(PostgreSqlServer server, ITestOutputHelper output) : StoreTest(server)
{
    [Theory]
    [Trait("Category", "Heavy")]
    [MemberData(nameof(Providers))]
    public async Task AddImages_AMillion_AreThere(StoreProvider provider)
    {
        var location = NewLocation(provider);
        using var store = CampaignStore.Open(location, Options);
        await Taken(store, Curator, Request(EventKind.CampaignOpened, Plan().ToJson()));
        var watch = Stopwatch.StartNew();
        Assert.Equal(1_000_000, await store.AddImages(Curator, ImagePool.Main, Enumerable.Range(1, 1_000_000).Select(Image)));
        output.WriteLine($"1,000,000 images imported in {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
        Assert.Equal(0, await store.AddImages(Curator, ImagePool.Main, Enumerable.Range(1, 1_000_000).Select(Image)));
        output.WriteLine($"imported again in {watch.Elapsed.TotalSeconds:0.0} s");
        await Taken(store, Curator, Request(EventKind.RaterAdded, "r1") with { Rater = Rater(1).User });
        await Taken(store, Rater(1), Request(EventKind.GuidelineRead));
        watch.Restart();
        Assert.Equal(20, (await store.Next(Rater(1).User, 20)).Count);
        output.WriteLine($"first 20 images given in {watch.Elapsed.TotalMilliseconds:0} ms");
    }

    [Theory]
    [Trait("Category", "Heavy")]
    [MemberData(nameof(Providers))]
    public async Task Write_200000Ratings_Streams(StoreProvider provider)
    {
        const int Images = 25_000;
        var location = NewLocation(provider);
        using (var store = await Begin(location, Plan(4), Images, 0))
        {
            var watch = Stopwatch.StartNew();
            await RatingsImport.Run(store, Enumerable.Range(1, Images).SelectMany(number => new[] { "r1", "r2" }.Select(rater => Answers(number, rater))));
            output.WriteLine($"200,000 ratings imported in {watch.Elapsed.TotalSeconds:0.0} s");
        }

        using var reader = CampaignReader.Open(location);
        foreach (var (name, write) in new (string, Action<TextWriter>)[] { ("long", text => LongFormat.Write(reader, text)), ("raw", text => RawFormat.Write(reader, text)) })
        {
            var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalMemory(forceFullCollection: true));
            var peak = 0L;
            using var counter = new CountingWriter(() => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)));
            write(counter);
            output.WriteLine($"{name}: {counter.Lines:N0} lines in {watch.Elapsed.TotalSeconds:0.00} s, memory at most {(peak - before) >> 10} KiB more");
            Assert.Equal(name == "long" ? (8 * Images) + 1 : Images + 1, counter.Lines);
            // What is held at any moment is a small part of what was read: as much for ten times the ratings.
            Assert.InRange(peak - before, long.MinValue, counter.Characters / 4);
        }

        var opening = Stopwatch.StartNew();
        using (CampaignStore.Open(location, Options)) output.WriteLine($"opened in {opening.Elapsed.TotalSeconds:0.0} s");
        opening.Restart();
        Assert.Empty(CampaignVerification.Of(reader, token: TestContext.Current.CancellationToken).Mistakes);
        output.WriteLine($"verified in {opening.Elapsed.TotalSeconds:0.0} s");
    }

    private static ImageAnswers Answers(int number, string rater) => new()
    {
        Dataset = "films",
        Image = Image(number).Name,
        Rater = rater,
        Grades = [.. Enumerable.Range(0, 4).Select(finding => Core.Labels.Rating.OfCertainty((number + finding) % 5 / 4.0))],
        Sides = new Side[4],
    };
}
