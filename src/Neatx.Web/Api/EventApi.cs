using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Neatx.Core.Campaign;
using Neatx.Web.Films;
using Neatx.Web.Hosting;
using Neatx.Web.Security;
using Neatx.Web.Store;

namespace Neatx.Web.Api;

/// <summary>Takes what raters and adjudicators did, and answers once it is on disk.</summary>
internal static class EventApi
{
    private const int Most = 500;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/events", Post).RequireAuthorization(Policies.Judge)
        .WithTags("Rating", "Adjudication").WithName("sendEvents").WithSummary("Saves what a rater or adjudicator did. What is acknowledged is on disk.");

    /// <summary>What raters and adjudicators send; all other kinds are the server's own.</summary>
    internal static bool IsTaken(EventKind kind) => kind.IsOfRating() || kind is EventKind.GuidelineRead or EventKind.AdjudicationSet;

    /// <summary>Events in the order in which they happened.</summary>
    public sealed record EventBatch(IReadOnlyList<NewEvent>? Events);

    /// <summary>Something a person did.</summary>
    /// <param name="Id">A UUID made by the browser; sending it again does nothing again.</param>
    /// <param name="Kind">What was done.</param>
    /// <param name="ClientSequence">The browser's own count.</param>
    /// <param name="Handle">The film; null for guideline.read.</param>
    /// <param name="Finding">The finding's name, or null for the whole film.</param>
    /// <param name="Old">Ignored: the server knows what stood there.</param>
    /// <param name="New">What stands there now, or null for nothing: a grade, or "INVALID:" and a reason without a finding; a side; a note; a line or box as JSON.</param>
    /// <param name="DwellMs">How long the film was looked at.</param>
    /// <param name="Window">"center,width".</param>
    /// <param name="ClientTime">By the browser's clock, ISO 8601.</param>
    public sealed record NewEvent(
        string? Id,
        [property: Words(typeof(EventKind))] string? Kind,
        long? ClientSequence = null,
        string? Handle = null,
        string? Finding = null,
        string? Old = null,
        string? New = null,
        int? DwellMs = null,
        string? Window = null,
        string? ClientTime = null);

    /// <summary>On disk.</summary>
    public sealed record AcknowledgedEvent(string Id, long Sequence);

    /// <summary>Not taken, and never will be as it is.</summary>
    public sealed record RefusedEvent(string? Id, string Code, string Reason, string WhatToDo);

    /// <summary>What became of each event, and the caller's phase afterwards.</summary>
    public sealed record BatchOutcome(
        IReadOnlyList<AcknowledgedEvent> Acknowledged,
        IReadOnlyList<RefusedEvent> Refused,
        [property: Words(typeof(RaterPhase))] string? Phase,
        [property: Words(typeof(CampaignPhase))] string CampaignPhase);

    private static async Task<Results<Ok<BatchOutcome>, ProblemHttpResult>> Post(EventBatch batch, Caller caller, CampaignStore store, FilmAccess films, ServerMetrics metrics)
    {
        if (batch.Events is not { Count: > 0 } events) return Problems.Bad("there are no events in it.", "Send a list 'events'.");
        if (events.Count > Most) return Problems.TooLarge();
        var refused = new List<RefusedEvent>();
        var requests = new List<EventRequest>(events.Count);
        var ids = new List<string>(events.Count);
        foreach (var each in events)
        {
            if (Read(each, caller, films, out var refusal) is { } request)
            {
                requests.Add(request);
                ids.Add(each.Id!);
            }
            else
            {
                refused.Add(new(each?.Id, refusal!.Code, refusal.Reason, refusal.WhatToDo));
            }
        }

        var acknowledged = new List<AcknowledgedEvent>(requests.Count);
        if (requests.Count > 0)
        {
            var outcomes = await store.Append(caller.Actor, requests);
            for (var index = 0; index < outcomes.Count; index++)
            {
                if (outcomes[index].Refusal is { } why) refused.Add(new(ids[index], why.Code, why.Reason, why.WhatToDo));
                else acknowledged.Add(new(ids[index], outcomes[index].Sequence!.Value));
            }
        }

        metrics.Count(acknowledged.Count, refused.Count);
        var (phase, campaignPhase) = store.Read((state, _) => (state.FindRater(caller.User)?.Phase.Word(), state.Phase.Word()));
        return TypedResults.Ok(new BatchOutcome(acknowledged, refused, phase, campaignPhase));
    }

    private static EventRequest? Read(NewEvent? sent, Caller caller, FilmAccess films, out Refusal? refusal)
    {
        refusal = null;
        if (!Guid.TryParse(sent?.Id, out var id)) return Bad(out refusal, "An event has an id, a UUID.");
        var isKnown = EventKinds.TryParse(sent.Kind ?? "", out var kind);
        if (!isKnown || !IsTaken(kind)) return Bad(out refusal, "There is no such kind of event for you.");
        DateTimeOffset? time = null;
        if (sent.ClientTime is { } text)
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)) return Bad(out refusal, "A time is written as in ISO 8601.");
            time = parsed;
        }

        var request = new EventRequest
        {
            Id = id,
            Kind = kind,
            Finding = sent.Finding,
            New = kind is EventKind.ImageCompleted or EventKind.ImageReopened or EventKind.GuidelineRead ? null : sent.New,
            DwellMs = sent.DwellMs,
            Window = sent.Window,
            ClientTime = time,
            ClientSequence = sent.ClientSequence,
        };
        if (kind == EventKind.GuidelineRead) return request;
        if (sent.Handle is { } handle && films.Resolve(caller, handle) is var (image, occurrence)) return request with { Image = image, Occurrence = occurrence };
        refusal = new("not_given", "This film was not given to you.", "Ask for your next films.");
        return null;
    }

    private static EventRequest? Bad(out Refusal? refusal, string reason)
    {
        refusal = new("bad_value", reason, "Reload the page; if this comes again, report it with this text.");
        return null;
    }
}
