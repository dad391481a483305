using System.Text.Json;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Server;

/// <summary>Events that come twice, in the wrong order, under ids that are none, or from clocks that are wrong.</summary>
public sealed class HostileEventTests
{
    [Fact]
    public async Task Events_Replayed_DoNothingAgain()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        var old = TestClient.Set(handle, TestCampaign.Drain, "0");
        var (_, first) = await rater.Events(old);
        await rater.Events(TestClient.Set(handle, TestCampaign.Drain, "1"));
        var last = campaign.Store.Read((state, _) => state.LastSequence);
        // Recorded and sent again, as a whole and twice in one request: acknowledged as what it was, and what came after it stands.
        var (status, again) = await rater.Events(old, old);
        Assert.Equal(200, status);
        Assert.All(again.GetProperty("acknowledged").EnumerateArray(), each => Assert.Equal(SequenceOf(first), each.GetProperty("sequence").GetInt64()));
        Assert.Equal(2, again.GetProperty("acknowledged").GetArrayLength());
        Assert.Equal(last, campaign.Store.Read((state, _) => state.LastSequence));
        Assert.Equal("1", await GradeOf(rater));
    }

    [Fact]
    public async Task Events_UnderAnIdThatIsTaken_AreRefused()
    {
        await using var campaign = await TestCampaign.Start();
        var (one, two) = (await campaign.Rater("r1"), await campaign.Rater("r2"));
        var (handle, other) = ((await one.Next(1))[0], (await two.Next(1))[0]);
        var id = Guid.NewGuid();
        await one.Events(new { id, kind = "rating.set", handle, finding = TestCampaign.Drain, @new = "0.25" });
        // Another's id, and one's own with other content.
        foreach (var (client, film) in new[] { (two, other), (one, handle) })
        {
            var (_, outcome) = await client.Events(new { id, kind = "rating.set", handle = film, finding = TestCampaign.Drain, @new = "1" });
            Assert.Equal("id_taken", CodeOf(outcome));
        }

        Assert.Equal("0.25", await GradeOf(one));
    }

    [Fact]
    public async Task Events_OutOfOrder_AreRefusedUntilTheirTurn()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        object completed = new { id = Guid.NewGuid(), client_sequence = 3, kind = "image.completed", handle, dwell_ms = 4000 };
        object drain = new { id = Guid.NewGuid(), client_sequence = 1, kind = "rating.set", handle, finding = TestCampaign.Drain, @new = "1" };
        object feeding = new { id = Guid.NewGuid(), client_sequence = 2, kind = "rating.set", handle, finding = TestCampaign.Feeding, @new = "0" };
        var (_, outcome) = await rater.Events(completed, feeding, drain);
        Assert.Equal("unanswered", CodeOf(outcome));
        Assert.Equal("Not answered yet: Chest drain, Nasogastric tube.", outcome.GetProperty("refused")[0].GetProperty("reason").GetString());
        Assert.Equal(2, outcome.GetProperty("acknowledged").GetArrayLength());
        // The refused id was not used up.
        (_, outcome) = await rater.Events(completed);
        Assert.Equal(1, outcome.GetProperty("acknowledged").GetArrayLength());
        (_, outcome) = await rater.Events(new { id = Guid.NewGuid(), kind = "image.completed", handle });
        Assert.Equal("This image is completed already.", outcome.GetProperty("refused")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Event_WithAForgedId_IsRefused()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        foreach (var id in new[] { "", "1", "'; DROP TABLE event; --", "../../etc/passwd", "00000000-0000-0000-0000-00000000000g" })
        {
            var (status, outcome) = await rater.Events(new { id, kind = "rating.set", handle, finding = TestCampaign.Drain, @new = "1" });
            Assert.Equal((200, "bad_value"), (status, CodeOf(outcome)));
            Assert.Equal("An event has an id, a UUID.", outcome.GetProperty("refused")[0].GetProperty("reason").GetString());
        }
    }

    [Fact]
    public async Task Ids_OfPeopleThatAreNone_AreRefused()
    {
        await using var campaign = await TestCampaign.Start();
        var (rater, curator) = (await campaign.Rater("r1"), await campaign.Curator());
        foreach (var id in new[] { "nobody", "", "system", "../r1", Guid.NewGuid().ToString() })
        {
            var (status, problem) = await curator.Post("/api/curator/plan", new { action = "drop", rater = id });
            Assert.Equal((409, $"What was saved is safe. '{id}' is no rater of this campaign."), (status, problem.GetProperty("detail").GetString()));
        }

        Assert.Single(await rater.Next(1));
    }

    [Fact]
    public async Task ClientClock_YearsOff_IsNotedAndTrustedForNothing()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        foreach (var time in new[] { "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2099-12-31T23:59:59.999+14:00", "9999-12-31T23:59:59.999Z" })
        {
            var (_, outcome) = await rater.Events(new { id = Guid.NewGuid(), kind = "rating.set", handle, finding = TestCampaign.Drain, @new = "1", client_time = time });
            Assert.Equal(1, outcome.GetProperty("acknowledged").GetArrayLength());
            using var reader = campaign.Store.OpenReader();
            var entry = reader.Events().Last();
            Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), entry.ClientTime);
            Assert.Equal(campaign.Clock.GetUtcNow(), entry.ServerTime);
            Assert.Equal(campaign.Clock.GetUtcNow(), campaign.Store.Read((state, _) => state.Raters[0].LastSeen));
            Assert.Empty(CampaignVerification.Of(reader, token: TestContext.Current.CancellationToken).Mistakes);
        }

        var (_, refused) = await rater.Events(new { id = Guid.NewGuid(), kind = "rating.set", handle, finding = TestCampaign.Drain, @new = "1", client_time = "yesterday" });
        Assert.Equal("A time is written as in ISO 8601.", refused.GetProperty("refused")[0].GetProperty("reason").GetString());
    }

    /// <summary>The clock was years ahead and is put right: work goes on, and what was reserved then holds up nobody.</summary>
    [Fact]
    public async Task ServerClock_PutBack_HoldsUpNobody()
    {
        await using var campaign = await TestCampaign.Start(images: 2, change: definition => definition with { Overlap = 1 });
        campaign.Clock.Advance(TimeSpan.FromDays(3650));
        var (one, two) = (await campaign.Rater("r1"), await campaign.Rater("r2"));
        var handles = await one.Next(2);
        await one.Rate(handles[0], "1");
        campaign.Clock.Advance(TimeSpan.FromDays(-3651));
        var (_, me) = await one.Get("/api/me");
        Assert.Equal("rater", me.GetProperty("role").GetString());
        Assert.Single(await two.Next(5));
        await two.Rate((await two.Next(5))[0], "0");
        var (status, _) = await (await campaign.Curator()).Get("/api/curator/overview");
        Assert.Equal(200, status);
        await campaign.Restart();
        using var reader = campaign.Store.OpenReader();
        Assert.Empty(CampaignVerification.Of(reader, token: TestContext.Current.CancellationToken).Mistakes);
        Assert.Equal(2, campaign.Store.Read((state, _) => Enumerable.Range(1, 2).Sum(state.CompletedOn)));
    }

    private static long SequenceOf(JsonElement outcome) => outcome.GetProperty("acknowledged")[0].GetProperty("sequence").GetInt64();

    private static string? CodeOf(JsonElement outcome) => Assert.Single(outcome.GetProperty("refused").EnumerateArray()).GetProperty("code").GetString();

    private static async Task<string?> GradeOf(TestClient rater)
    {
        var (_, page) = await rater.Get("/api/work");
        return page.GetProperty("films")[0].GetProperty("answers").GetProperty("grades").GetProperty(TestCampaign.Drain).GetString();
    }
}
