using CsCheck;
using Neatx.Core.Campaign;

namespace Neatx.Core.Tests.Campaign;

/// <summary>Campaigns that are played from a list of numbers, so that CsCheck can make and shrink them.</summary>
internal static class Play
{
    public const int Raters = 3;
    public const int Images = 6;

    private static readonly string?[] Values = ["0", "0.25", "0.5", "0.75", "1", null, "2", "INVALID:rotated", "INVALID:so", "L", "both", "a note", "[[0,0],[1,1]]", "[0,0,1,1]"];

    private static readonly EventKind[] Kinds =
    [
        EventKind.RatingSet, EventKind.RatingSet, EventKind.RatingSet, EventKind.SideSet, EventKind.NoteSet, EventKind.LineSet, EventKind.BoxSet,
        EventKind.ImageCompleted, EventKind.ImageReopened, EventKind.AdjudicationSet, EventKind.PhaseChanged, EventKind.RaterPaused, EventKind.RaterDropped,
    ];

    /// <summary>Steps of a play.</summary>
    public static Gen<int[]> Steps { get; } = Gen.Int[0, 1_000_000].Array[0, 120];

    public static CampaignPlan Plan { get; } = new()
    {
        Title = "T",
        Findings = [new("drain", "Drain", "1", AsksSide: true), new("tube", "Tube", "2", AsksSide: false)],
        Repeats = .3,
        RepeatGap = 1,
    };

    /// <summary>Plays the steps: the log that results, every event accepted by the rules.</summary>
    public static (CampaignState State, List<CampaignEvent> Log) Of(int[] steps)
    {
        var (state, log) = (new CampaignState(), new List<CampaignEvent>());
        Put(state, log, CampaignActor.System, new() { Id = Id(0), Kind = EventKind.CampaignOpened, New = Plan.ToJson() });
        var images = new AddedImages(ImagePool.Main, 1, Images, "");
        Put(state, log, CampaignActor.System, new() { Id = Id(1), Kind = EventKind.ImagesAdded, New = System.Text.Json.JsonSerializer.Serialize(images, CampaignJson.Default.AddedImages) });
        for (var number = 0; number < Raters; number++)
        {
            Put(state, log, CampaignActor.System, new() { Id = Id(2 + number), Kind = EventKind.RaterAdded, Rater = $"u{number}", New = $"r{number}" });
            Put(state, log, new($"u{number}", CampaignRole.Rater), new() { Id = Id(10 + number), Kind = EventKind.GuidelineRead });
        }

        for (var step = 0; step < steps.Length; step++) Do(state, log, steps[step], Id(100 + step), Time(step));
        return (state, log);
    }

    public static CampaignState Replay(IEnumerable<CampaignEvent> log)
    {
        var state = new CampaignState();
        foreach (var entry in log) state.Apply(entry);
        return state;
    }

    public static CampaignEvent? Put(CampaignState state, List<CampaignEvent> log, CampaignActor actor, EventRequest request, DateTimeOffset time = default)
    {
        if (EventLog.Next(state, actor, request, time, EventHash.Zero, out _) is not { } entry) return null;
        log.Add(entry);
        foreach (var follows in EventLog.Consequences(state, entry, CampaignGold.None).ToList()) Put(state, log, CampaignActor.System, follows, time);
        return entry;
    }

    private static void Do(CampaignState state, List<CampaignEvent> log, int step, Guid id, DateTimeOffset time)
    {
        int Next(int below)
        {
            var value = step % below;
            step /= below;
            return value;
        }

        var rater = state.Raters[Next(Raters)];
        if (Next(3) == 0) WorkAssigner.Next(state, rater, 2, time);
        var kind = Kinds[Next(Kinds.Length)];
        if (rater.Assignments.Count == 0) return;
        var assignment = rater.Assignments[Next(rater.Assignments.Count)];
        var actor = kind.IsOfRating() ? new CampaignActor(rater.User, CampaignRole.Rater) : kind == EventKind.AdjudicationSet ? new("judge", CampaignRole.Adjudicator) : CampaignActor.System;
        var request = new EventRequest { Id = id, Kind = kind, New = Values[Next(Values.Length)] };
        if (kind.IsOfRating()) request = request with { Image = assignment.Image, Occurrence = assignment.Occurrence };
        else if (kind == EventKind.AdjudicationSet) request = request with { Image = assignment.Image };
        else if (kind != EventKind.PhaseChanged) request = request with { Rater = rater.User, New = null };
        else request = request with { New = "adjudication" };
        var withFinding = kind is EventKind.RatingSet or EventKind.SideSet or EventKind.LineSet or EventKind.BoxSet or EventKind.AdjudicationSet && Next(5) > 0;
        Put(state, log, actor, withFinding ? request with { Finding = Plan.Findings[Next(2)].Name } : request, time);
    }

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static DateTimeOffset Time(int step) => DateTimeOffset.UnixEpoch.AddMinutes(step);
}
