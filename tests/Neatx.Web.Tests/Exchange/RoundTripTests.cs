using System.Text;
using Neatx.Core.Campaign;
using Neatx.Web.Exchange;
using Neatx.Web.Store;
using Neatx.Web.Tests.Store;

namespace Neatx.Web.Tests.Exchange;

/// <summary>What goes out comes in again, and goes out with the same bytes.</summary>
public sealed class RoundTripTests(PostgreSqlServer server) : StoreTest(server)
{
    private const string Notes = "=HYPERLINK(\"http://x\"), \"quoted\"\nand on";

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Long_OutInOut_IsTheSame(StoreProvider provider)
    {
        using var store = await Rated(provider);
        var first = Text(store, LongOf);
        Assert.Contains(",\"'=HYPERLINK", first, StringComparison.Ordinal);
        using var other = await Empty(provider, "other.db");
        await RatingsImport.Run(other, LongFormat.Read(new StringReader(first), "long.csv", Plan()));
        Assert.Equal(first, Text(other, LongOf));
    }

    /// <summary>The table is read while it is imported: what came before the mistake must not stay.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Long_MistakeInALaterRow_PutsNothingIn(StoreProvider provider)
    {
        using var store = await Rated(provider);
        var text = Text(store, LongOf);
        var last = text.LastIndexOf(",0.5,", StringComparison.Ordinal);
        var spoilt = $"{text[..last]},half,{text[(last + 5)..]}";
        using var other = await Empty(provider, "other.db");
        var before = other.Read((state, _) => state.LastSequence);
        var error = await Assert.ThrowsAsync<StoreException>(() => RatingsImport.Run(other, LongFormat.Read(new StringReader(spoilt), "long.csv", Plan())));
        Assert.Matches(@"^long\.csv:\d+, column 'rating': expected .*found 'half'", error.Message);
        Assert.Equal((before, 0), other.Read((state, _) => (state.LastSequence, state.Raters.Count)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task LabelStudio_OutInOut_IsTheSame(StoreProvider provider)
    {
        using var store = await Rated(provider);
        var first = Bytes(store, LabelStudioFormat.Write);
        using var other = await Empty(provider, "other.db");
        await RatingsImport.Run(other, LabelStudioFormat.Read(new MemoryStream(first), "tasks.json", Plan()));
        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(Bytes(other, LabelStudioFormat.Write)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Events_OutInOut_IsTheSameCampaign(StoreProvider provider)
    {
        using var store = await Rated(provider);
        var first = Bytes(store, EventLines.Write);
        using var other = CampaignStore.Open(Location(provider, "other.db"), Options);
        var events = await EventLineReader.Restore(other, new StreamReader(new MemoryStream(first)), "events.jsonl");
        Assert.Equal(store.Read((state, _) => state.LastSequence), events);
        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(Bytes(other, EventLines.Write)));
        using var reader = other.OpenReader();
        Assert.Empty(CampaignVerification.Of(reader, token: TestContext.Current.CancellationToken).Mistakes);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Events_OneCharacterChanged_IsRefusedWithItsLine(StoreProvider provider)
    {
        using var store = await Rated(provider);
        var text = Encoding.UTF8.GetString(Bytes(store, EventLines.Write));
        var forged = text.Replace("\"new\":\"0.25\"", "\"new\":\"0.75\"", StringComparison.Ordinal);
        Assert.NotEqual(text, forged);
        using var other = CampaignStore.Open(Location(provider, "other.db"), Options);
        var error = await Assert.ThrowsAsync<StoreException>(() => EventLineReader.Restore(other, new StringReader(forged), "events.jsonl"));
        Assert.Matches(@"^events\.jsonl:\d+: Event \d+ is not what was written", error.Message);
        Assert.Equal(0, other.Read((state, _) => state.LastSequence));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Raw_OutInOut_IsTheSame(StoreProvider provider)
    {
        const string Table = """
            ,ImageDir,ImageID,Chest_drain_a1,Nasogastric_tube_a1,Notes_a1,Chest_drain_a2,Nasogastric_tube_a2,Notes_a2
            0,47,film-0000001.png,0.0,0.75,,0.5,0.25,upside down 
            1,3,film-0000002.png,1.0,0.0,"a ""b"", c",0.0,0.0,

            """;
        await CheckRaw(provider, Table.ReplaceLineEndings("\n"), Plan());
    }

    [Theory]
    [Trait("Data", "Real")]
    [MemberData(nameof(Providers))]
    public async Task Raw_OfThePaper_IsTheSame(StoreProvider provider)
    {
        var plan = Plan() with
        {
            Findings = [.. new[] { "Chest_drain_tube", "NSG_tube", "Endotracheal_tube", "Tracheostomy_tube" }
                .Select((name, index) => new CampaignFinding(name, name, FormattableString.Invariant($"{index}"), false))],
        };
        await CheckRaw(provider, await File.ReadAllTextAsync(SharedData.Path("labels/neatx_padchest_annotations_raw.csv"), TestContext.Current.CancellationToken), plan);
    }

    private async Task CheckRaw(StoreProvider provider, string table, CampaignPlan plan)
    {
        using var store = CampaignStore.Open(Location(provider, "raw.db"), Options);
        await Taken(store, Curator, Request(EventKind.CampaignOpened, plan.ToJson()));
        var answers = RawFormat.Read(new StringReader(table), "raw.csv", plan, "films").ToList();
        await store.AddImages(Curator, ImagePool.Main, answers.DistinctBy(each => each.Image).Select(each => new NewImage("films", each.Image, each.Image, null, each.Folder)));
        await RatingsImport.Run(store, answers);
        Assert.Equal(table, Text(store, RawFormat.Write));
    }

    private async Task<CampaignStore> Rated(StoreProvider provider)
    {
        var store = await Begin(Location(provider, "first.db"), Plan() with { Repeats = .3, RepeatGap = 1 }, images: 8, raters: 2);
        for (var number = 1; number <= 2; number++)
        {
            foreach (var item in await store.Next(Rater(number).User, 8))
            {
                if (item.Position == 3) await Taken(store, Rater(number), Invalid(item), Completed(item));
                else
                {
                    await Taken(
                        store, Rater(number), Rating(item, Tubes[0], item.Position % 2 == 0 ? "0.25" : "1"), Rating(item, Tubes[1], "0.5"), Side(item), Note(item), Line(item), Completed(item));
                }
            }
        }

        return store;
    }

    private async Task<CampaignStore> Empty(StoreProvider provider, string file)
    {
        var store = CampaignStore.Open(Location(provider, file), Options);
        await Taken(store, Curator, Request(EventKind.CampaignOpened, Plan().ToJson()));
        await store.AddImages(Curator, ImagePool.Main, Enumerable.Range(1, 8).Select(Image));
        return store;
    }

    private StoreLocation Location(StoreProvider provider, string file) =>
        provider == StoreProvider.Sqlite ? StoreLocation.Sqlite(Path.Combine(Folder, file)) : NewLocation(provider);

    private static EventRequest Of(WorkItem item, EventKind kind, string? finding, string value) =>
        Request(kind, value) with { Image = item.Image, Occurrence = item.Occurrence, Finding = finding };

    private static EventRequest Invalid(WorkItem item) => Of(item, EventKind.RatingSet, null, "INVALID:rotated");

    private static EventRequest Side(WorkItem item) => Of(item, EventKind.SideSet, Tubes[0], "both");

    private static EventRequest Note(WorkItem item) => Of(item, EventKind.NoteSet, null, Notes);

    private static EventRequest Line(WorkItem item) => Of(item, EventKind.LineSet, Tubes[1], "[[0.1,0.2],[0.3,0.4]]");

    private static void LongOf(CampaignReader reader, TextWriter text) => LongFormat.Write(reader, text);

    private static string Text(CampaignStore store, Action<CampaignReader, TextWriter> write)
    {
        using var reader = store.OpenReader();
        using var text = new StringWriter { NewLine = "\n" };
        write(reader, text);
        return text.ToString();
    }

    private static byte[] Bytes(CampaignStore store, Action<CampaignReader, Stream> write)
    {
        using var reader = store.OpenReader();
        using var stream = new MemoryStream();
        write(reader, stream);
        return stream.ToArray();
    }
}
