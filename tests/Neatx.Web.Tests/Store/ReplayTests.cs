using Neatx.Core.Campaign;
using Neatx.Core.Statistics;
using Neatx.Web.Store;

namespace Neatx.Web.Tests.Store;

/// <summary>A start reads of the log what it needs; what comes of it is what every event in full would give.</summary>
public sealed class ReplayTests(PostgreSqlServer server) : StoreTest(server)
{
    private const int Raters = 3;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task State_OfAStart_IsTheReplayOfEveryEvent(StoreProvider provider)
    {
        var location = NewLocation(provider);
        using (var store = await Begin(location, Plan() with { Repeats = .3, RepeatGap = 1 }, images: 8, raters: Raters)) await Play(store, new RandomStream(11));
        using var again = CampaignStore.Open(location, Options);
        using var reader = again.OpenReader();
        var replayed = new CampaignState();
        foreach (var entry in reader.Events()) replayed.Apply(entry);
        var started = again.Read((state, _) => Picture(state));
        Assert.Equal(Picture(replayed), started);
        // Enough happened for that to say something.
        Assert.Contains("of two lines", started, StringComparison.Ordinal);
        Assert.InRange(replayed.LastSequence, 150, 1000);
    }

    /// <summary>Asks for what may come to mind, most of it allowed.</summary>
    private async Task Play(CampaignStore store, RandomStream random)
    {
        var held = new List<WorkItem>[Raters + 1];
        for (var step = 0; step < 400; step++)
        {
            Clock.Advance(TimeSpan.FromMinutes(random.NextInt(4)));
            var number = 1 + random.NextInt(Raters);
            if (held[number] is null || random.NextInt(10) == 0) held[number] = [.. held[number] ?? [], .. await store.Next(Rater(number).User, 4)];
            if (held[number].Count == 0) continue;
            var item = held[number][random.NextInt(held[number].Count)];
            var request = random.NextInt(8) switch
            {
                0 => Request(EventKind.NoteSet, random.NextInt(2) == 0 ? null : "=a \"note\"\nof two lines"),
                1 => Request(EventKind.SideSet, "both") with { Finding = Tubes[0] },
                2 => Request(EventKind.LineSet, "[[0.1,0.2],[0.3,0.4]]") with { Finding = Tubes[1] },
                3 => Request(EventKind.RatingSet, random.NextInt(4) == 0 ? "INVALID:rotated" : null),
                4 => Request(EventKind.ImageReopened),
                5 => Request(EventKind.ImageCompleted) with { DwellMs = 1000 + step },
                _ => Request(EventKind.RatingSet, random.NextInt(2) == 0 ? "0.25" : "1") with { Finding = Tubes[random.NextInt(2)] },
            };
            await store.Append(Rater(number), [request with { Image = item.Image, Occurrence = item.Occurrence }]);
        }

        await Taken(store, Curator, Request(EventKind.RaterDropped) with { Rater = Rater(Raters).User });
        await Taken(store, Curator, Request(EventKind.PhaseChanged, "adjudication"));
        await Taken(store, new("judge", CampaignRole.Adjudicator), Request(EventKind.AdjudicationSet, "0.75") with { Image = 4, Finding = Tubes[0] });
    }

    private static string Picture(CampaignState state)
    {
        var lines = new List<string> { FormattableString.Invariant($"{state.Phase} {state.LastSequence} {state.LastHash} {state.Images}") };
        foreach (var rater in state.Raters)
        {
            lines.Add(FormattableString.Invariant($"{rater.User} {rater.Phase} {rater.IsDropped} {rater.DwellMs} {rater.LastSeen:O} {string.Join(' ', Enum.GetValues<AssignmentKind>().Select(rater.CompletedOf))}"));
            lines.AddRange(rater.Assignments.Where(each => each.HasEvents).OrderBy(each => (each.Image, each.Occurrence)).Select(each => FormattableString.Invariant(
                $"{each.Image} {each.Occurrence} {each.Invalid} {each[0]} {each[1]} {each.SideOf(0)} {each.Note} {each.LineOf(1)} {each.CompletedAt} {(each.IsCompleted ? each.CompletedTime : default):O}")));
        }

        lines.AddRange(state.Adjudicated.Values.Select(each => FormattableString.Invariant($"{each.Image} {each.Invalid} {each[0]} {each[1]}")));
        lines.AddRange(Enumerable.Range(1, state.Images).Select(image => FormattableString.Invariant($"{image} {state.CompletedOn(image)}")));
        lines.AddRange(state.Tallies.Pairs.SelectMany(pair => Enumerable.Range(0, 2).Select(finding => $"{pair} {string.Join(' ', state.Tallies[pair.A, pair.B, finding].ToArray())}")));
        return string.Join('\n', lines);
    }
}
