using System.Security.Cryptography;

namespace Neatx.Core.Campaign;

/// <summary>Turns requests into the next events of a log, where the rules allow them.</summary>
public static class EventLog
{
    /// <summary>The next event as the request asks for it, applied to the state; or why not.</summary>
    /// <param name="state">Advanced by the event.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="time">By the server's clock; cut to milliseconds.</param>
    /// <param name="protocol">SHA-256 of the protocol in force.</param>
    /// <param name="refusal">Why nothing was done, when the result is null.</param>
    public static CampaignEvent? Next(
        CampaignState state, CampaignActor actor, EventRequest request, DateTimeOffset time, EventHash protocol, out Refusal? refusal)
    {
        refusal = CampaignRules.Check(state, actor, request);
        if (refusal is not null) return null;
        var rater = request.Kind.IsOfRating() || request.Kind == EventKind.GuidelineRead ? actor.User : request.Rater;
        var next = new CampaignEvent
        {
            Sequence = state.LastSequence + 1,
            Id = request.Id,
            Kind = request.Kind,
            Actor = actor.User,
            Rater = rater,
            Image = request.Image,
            Occurrence = request.Occurrence,
            Finding = request.Finding,
            Old = OldOf(state, request, rater),
            New = request.New,
            DwellMs = request.DwellMs,
            Window = request.Window,
            ClientTime = request.ClientTime is { } said ? Milliseconds(said) : null,
            ServerTime = Milliseconds(time),
            ClientSequence = request.ClientSequence,
            ProtocolHash = protocol,
            PreviousHash = state.LastHash,
        }.Sealed();
        state.Apply(next);
        return next;
    }

    /// <summary>
    /// What follows by rule from an event: a rater who has read the guideline, or completed the last image of a phase, goes on to the next.
    /// Their ids follow from that of the event.
    /// </summary>
    public static IEnumerable<EventRequest> Consequences(CampaignState state, CampaignEvent entry, CampaignGold gold)
    {
        if (entry.Kind is not (EventKind.GuidelineRead or EventKind.ImageCompleted) || state.FindRater(entry.Rater!) is not { } rater) yield break;
        if (PhaseRules.NextOf(state, rater, gold) is not { } phase || phase == rater.Phase) yield break;
        yield return new EventRequest { Id = Following(entry.Id), Kind = EventKind.PhaseChanged, Rater = rater.User, New = phase.Word() };
    }

    private static string? OldOf(CampaignState state, EventRequest request, string? rater)
    {
        var index = request.Finding is null || state.Plan is null ? -1 : state.Plan.IndexOf(request.Finding);
        return request.Kind switch
        {
            EventKind.PlanChanged => state.Plan!.ToJson(),
            EventKind.PhaseChanged => rater is null ? state.Phase.Word() : state.FindRater(rater)!.Phase.Word(),
            EventKind.AdjudicationSet => state.Adjudicated.GetValueOrDefault(request.Image!.Value)?.ValueOf(index),
            _ when request.Kind.IsOfRating() => state.FindRater(rater!)!.Find(request.Image!.Value, request.Occurrence)!.ValueOf(request.Kind, index),
            _ => null,
        };
    }

    private static Guid Following(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16 + 5];
        id.TryWriteBytes(bytes);
        "phase"u8.CopyTo(bytes[16..]);
        return new Guid(SHA256.HashData(bytes).AsSpan(0, 16));
    }

    private static DateTimeOffset Milliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
