using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>neatx campaign from end to end, on a campaign with a few ratings.</summary>
public sealed class CampaignCommandTests : VerbTests
{
    private const string Ratings = """
        ,ImageDir,ImageID,Mass_r1,Notes_r1,Mass_r2,Notes_r2
        0,,a.png,0.0,,0.0,
        1,,b.png,1.0,=SUM(A1),0.75,
        2,,c.png,0.25,,1.0,

        """;

    [Fact]
    public async Task Campaign_ImportStatusExportFreezeVerify_TellOneStory()
    {
        await Open("out/c");
        Scratch.Write("raw.csv", Ratings.ReplaceLineEndings("\n"));
        Assert.Equal("6 rated images put in.\n", Done("campaign", "import", "out/c", "raw.csv", "--format", "raw", "--dataset", "films"));

        var status = Json("campaign", "status", "out/c");
        Assert.Equal((3, 3), (status.GetProperty("images").GetInt32(), status.GetProperty("complete").GetInt32()));
        Assert.Equal(["r1", "r2"], status.GetProperty("raters").EnumerateArray().Select(rater => rater.GetProperty("rater").GetString()));
        Assert.Contains("Lumps: rating, 3 of 3 images rated by 2", Done("campaign", "status", "out/c"), StringComparison.Ordinal);

        Assert.Equal(Ratings.ReplaceLineEndings("\n").Replace(",=SUM", ",'=SUM", StringComparison.Ordinal), Done("campaign", "export", "out/c", "--format", "raw"));
        Done("campaign", "export", "out/c", "--format", "events", "--file", "log.jsonl");
        Done("campaign", "import", "out/copy", "log.jsonl", "--format", "events");
        Assert.Equal(Done("campaign", "verify", "out/c"), Done("campaign", "verify", "out/copy"));

        Assert.Contains("frozen after adjudication", Refused("campaign", "freeze", "out/c"), StringComparison.Ordinal);
        Assert.StartsWith("frozen as ", Done("campaign", "freeze", "out/c", "--end-rating"), StringComparison.Ordinal);
        Assert.Equal("frozen", Json("campaign", "status", "out/c").GetProperty("phase").GetString());
        Assert.EndsWith("nothing was imported.", Refused("campaign", "import", "out/c", "raw.csv", "--format", "raw", "--dataset", "films"), StringComparison.Ordinal);
    }

    [Fact]
    public void Campaign_WhereThereIsNone_SaysSo() =>
        Assert.Matches("There is no campaign in .*campaign.db. Start it with: neatx serve PROTOCOL", Refused("campaign", "status", "out/none"));

    [Fact]
    public async Task Import_LogThatWasForged_IsRefusedWithItsLine()
    {
        await Open("out/c");
        Scratch.Write("raw.csv", Ratings.ReplaceLineEndings("\n"));
        Done("campaign", "import", "out/c", "raw.csv", "--format", "raw", "--dataset", "films");
        Done("campaign", "export", "out/c", "--format", "events", "--file", "log.jsonl");
        Scratch.Write("forged.jsonl", File.ReadAllText(Scratch["log.jsonl"]).Replace("\"new\":\"0.75\"", "\"new\":\"0.5\"", StringComparison.Ordinal));
        Assert.Matches(@"^forged\.jsonl:\d+: Event \d+ is not what was written", Refused("campaign", "import", "out/copy", "forged.jsonl", "--format", "events"));
    }

    private string Done(params string[] arguments)
    {
        var ended = Neatx(arguments);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        return ended.Output;
    }

    private async Task Open(string folder)
    {
        using var store = CampaignStore.Open(StoreLocation.Sqlite(Path.Combine(Scratch.Folder, folder, StoreLocation.FileName)), new StoreOptions { Protocol = EventHash.Zero });
        var plan = new CampaignPlan { Title = "Lumps", Findings = [new("Mass", "Mass", "1", AsksSide: false)] };
        await store.Append(CampaignActor.System, [new EventRequest { Id = Guid.NewGuid(), Kind = EventKind.CampaignOpened, New = plan.ToJson() }]);
        await store.AddImages(CampaignActor.System, ImagePool.Main, [new("films", "a.png", "p1"), new("films", "b.png", "p2"), new("films", "c.png", "p3")]);
    }
}
