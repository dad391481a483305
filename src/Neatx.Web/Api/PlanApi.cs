using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Neatx.Core.Campaign;
using Neatx.Web.Hosting;
using Neatx.Web.Security;
using Neatx.Web.Store;

namespace Neatx.Web.Api;

/// <summary>Changes of plan. Each is an event in the log, with the curator's id.</summary>
internal static class PlanApi
{
    private const string NoNumber = "the value is not a number of that kind.";

    public static void Map(RouteGroupBuilder api) => api.MapPost("/curator/plan", Change).RequireAuthorization(Policies.Curator)
        .WithTags("Curator").WithName("changePlan").WithSummary("Changes the plan, a rater's work or the phase; the log keeps it.");

    /// <summary>A change.</summary>
    /// <param name="Action">What to change.</param>
    /// <param name="Rater">The id of the rater whom it is about.</param>
    /// <param name="Value">The new value as text.</param>
    public sealed record PlanChange(
        [property: Words("pause", "resume", "drop", "phase", "overlap", "batch", "lease_minutes", "repeats", "repeat_gap", "hidden_gold", "shared_order", "add_images")] string? Action,
        string? Rater = null,
        string? Value = null);

    /// <summary>In the log.</summary>
    /// <param name="Sequence">The place in the log; null where nothing had to change.</param>
    /// <param name="Added">How many images came in, for add_images.</param>
    public sealed record PlanChanged(long? Sequence, int? Added);

    private static async Task<Results<Ok<PlanChanged>, ProblemHttpResult>> Change(PlanChange request, Caller caller, CampaignStore store, ServerOptions options, CancellationToken aborted)
    {
        if (request.Action == "add_images")
        {
            var added = await Task.Run(async () => await CampaignOpening.Run(store, options.Protocol.Campaign!, options.Protocol.Seed, options.ReadImages(aborted)), aborted);
            return TypedResults.Ok(new PlanChanged(null, added));
        }

        var plan = store.Read((state, _) => state.Plan);
        if (plan is null) return Problems.NotSaved("the campaign is not open yet.");
        var wanted = request.Action switch
        {
            "pause" => OfRater(EventKind.RaterPaused, request, null),
            "resume" => OfRater(EventKind.RaterResumed, request, null),
            "drop" => OfRater(EventKind.RaterDropped, request, null),
            "phase" => OfRater(EventKind.PhaseChanged, request, request.Value),
            "overlap" => Whole(request) is { } number ? OfPlan(plan with { Overlap = number }) : null,
            "batch" => Whole(request) is { } number ? OfPlan(plan with { Batch = number }) : null,
            "lease_minutes" => Whole(request) is { } number ? OfPlan(plan with { LeaseMinutes = number }) : null,
            "repeat_gap" => Whole(request) is { } number ? OfPlan(plan with { RepeatGap = number }) : null,
            "repeats" => Real(request) is { } number ? OfPlan(plan with { Repeats = number }) : null,
            "hidden_gold" => Real(request) is { } number ? OfPlan(plan with { HiddenGold = number }) : null,
            "shared_order" => bool.TryParse(request.Value, out var isShared) ? OfPlan(plan with { SharedOrder = isShared }) : null,
            _ => null,
        };
        if (wanted is null) return Problems.Bad($"there is no such action, or {NoNumber}", "Compare with /openapi/v1.json.");
        if (wanted.Kind is not (EventKind.PlanChanged or EventKind.PhaseChanged) && request.Rater is null) return Problems.Bad("no rater is named.", "Name the id of a rater.");
        var outcome = (await store.Append(caller.Actor, [wanted]))[0];
        return outcome.Refusal is { } refusal ? Problems.Refused(refusal) : TypedResults.Ok(new PlanChanged(outcome.Sequence, null));
    }

    private static EventRequest OfRater(EventKind kind, PlanChange request, string? value) => new() { Id = Guid.NewGuid(), Kind = kind, Rater = request.Rater, New = value };

    private static EventRequest OfPlan(CampaignPlan plan) => new() { Id = Guid.NewGuid(), Kind = EventKind.PlanChanged, New = plan.ToJson() };

    private static int? Whole(PlanChange request) => int.TryParse(request.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Real(PlanChange request) => double.TryParse(request.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
