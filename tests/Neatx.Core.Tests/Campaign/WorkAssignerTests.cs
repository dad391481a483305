using CsCheck;
using Neatx.Core.Campaign;

namespace Neatx.Core.Tests.Campaign;

/// <summary>What the assigner remembers to be fast gives what looking at every image would give.</summary>
public sealed class WorkAssignerTests
{
    private const int Images = 40;
    private static readonly CampaignActor[] Actors = [.. Enumerable.Range(0, 5).Select(number => new CampaignActor($"u{number}", CampaignRole.Rater))];

    [Fact]
    public void Next_AnyPlay_GivesTheFirstFreeImageOfTheOrder() => Gen.Int[0, 1_000_000].Array[0, 250].Sample(steps =>
    {
        var (state, log) = Open();
        var now = DateTimeOffset.UnixEpoch;
        for (var step = 0; step < steps.Length; step++)
        {
            var (rater, what) = (state.Raters[steps[step] % Actors.Length], steps[step] / Actors.Length);
            now = now.AddMinutes(what % 7);
            Do(state, log, rater, what / 7, step, now);
        }
    });

    [Fact]
    public void Order_AnyItem_StandsAtItsPlace() => Gen.Select(Gen.Int[1, 3000], Gen.ULong, Gen.ULong).Sample((count, seed, stream) =>
    {
        var order = new SeededOrder(count, seed, stream);
        return Enumerable.Range(0, count).All(place => order.PlaceOf(order[place]) == place);
    });

    private static void Do(CampaignState state, List<CampaignEvent> log, RaterState rater, int what, int step, DateTimeOffset now)
    {
        var (kind, which) = (what % 8, what / 8);
        if (kind < 3)
        {
            var before = rater.Assignments.ToHashSet();
            // Without those that Next takes back or renews, what is free now is what is free then.
            var expected = FirstFree(state, rater, now);
            var work = WorkAssigner.Next(state, rater, 1, now);
            if (work.Released.Count == 0 && work.Given.FirstOrDefault(each => !before.Contains(each)) is { } fresh) Assert.Equal(expected, fresh.Image);
            if (work is { Released.Count: 0, Given.Count: 0 } && !rater.IsDropped) Assert.Null(expected);
            return;
        }

        if (rater.Assignments.Count == 0) return;
        var assignment = rater.Assignments[which % rater.Assignments.Count];
        var request = new EventRequest { Id = new Guid(step, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), Kind = EventKind.RatingSet, Image = assignment.Image, Finding = "drain", New = "1" };
        var actor = Actors[rater.Number];
        if (kind < 6)
        {
            Play.Put(state, log, actor, request, now);
            Play.Put(state, log, actor, request with { Id = new Guid(step, 2, 0, [0, 0, 0, 0, 0, 0, 0, 0]), Kind = EventKind.ImageCompleted, Finding = null, New = null }, now);
        }
        else if (kind == 6) Play.Put(state, log, actor, request with { Kind = EventKind.ImageReopened, Finding = null, New = null }, now);
        else if (which % 50 == 0) Play.Put(state, log, CampaignActor.System, new() { Id = request.Id, Kind = EventKind.RaterDropped, Rater = rater.User }, now);
    }

    /// <summary>By the definition: over all images in the order that the seed gives.</summary>
    private static int? FirstFree(CampaignState state, RaterState rater, DateTimeOffset now)
    {
        foreach (var lot in state.Added)
        {
            var order = new SeededOrder(lot.Count, state.Plan!.Seed, (ulong)lot.First);
            for (var place = 0; place < lot.Count; place++)
            {
                var image = lot.First + order[place];
                var held = state.AssignmentsOf(image).Count(each => each.Rater != rater && !each.Rater.IsDropped && (each.IsCompleted || each.LeasedUntil > now));
                if (rater.Find(image, 0) is null && held < state.Plan.Overlap) return image;
            }
        }

        return null;
    }

    private static (CampaignState State, List<CampaignEvent> Log) Open()
    {
        var (state, log) = (new CampaignState(), new List<CampaignEvent>());
        var plan = new CampaignPlan { Title = "T", Findings = [new("drain", "Drain", "1", AsksSide: false)], SharedOrder = true };
        Put(EventKind.CampaignOpened, plan.ToJson(), null);
        foreach (var first in new[] { 1, (Images / 2) + 1 })
            Put(EventKind.ImagesAdded, System.Text.Json.JsonSerializer.Serialize(new AddedImages(ImagePool.Main, first, Images / 2, ""), CampaignJson.Default.AddedImages), null);
        foreach (var actor in Actors)
        {
            Put(EventKind.RaterAdded, $"r{actor.User}", actor.User);
            Put(EventKind.PhaseChanged, "rating", actor.User);
        }

        return (state, log);

        void Put(EventKind kind, string value, string? rater) =>
            Assert.NotNull(Play.Put(state, log, CampaignActor.System, new() { Id = Guid.NewGuid(), Kind = kind, New = value, Rater = rater }));
    }
}
