using Microsoft.AspNetCore.Http.HttpResults;
using Neatx.Core.Campaign;
using Neatx.Web.Films;
using Neatx.Web.Security;
using Neatx.Web.Store;

namespace Neatx.Web.Api;

/// <summary>A rater's films: the next ones, and those of before.</summary>
internal static class WorkApi
{
    private const int Most = 200;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/work").RequireAuthorization(Policies.Rater).WithTags("Rating");
        group.MapPost("/next", Next).WithName("nextFilms").WithSummary("Reserves films to rate, and renews those the rater holds.");
        group.MapGet("", List).WithName("listFilms").WithSummary("All films the rater was given, in the order of rating.");
    }

    /// <summary>A film of a rater. That a film was seen before, or has a reference standard, does not show.</summary>
    /// <param name="Handle">Names the film for this person alone.</param>
    /// <param name="Position">The place among all that the rater was given, from 1.</param>
    /// <param name="Phase">The rater's, when the film was given.</param>
    /// <param name="Completed">Whether the rater is done with it.</param>
    /// <param name="CompletedTime">Null while it is open.</param>
    /// <param name="Answers">The rater's own.</param>
    public sealed record RaterFilm(string Handle, int Position, [property: Words(typeof(RaterPhase))] string Phase, bool Completed, DateTimeOffset? CompletedTime, Answers Answers);

    /// <summary>The films to rate next.</summary>
    /// <param name="Phase">The rater's phase.</param>
    /// <param name="CampaignPhase">The campaign's.</param>
    /// <param name="Reason">Why there are none: paused, dropped, failed, guideline, nothing_left, rating_over; null when there are some.</param>
    /// <param name="Films">In the order of rating.</param>
    public sealed record FilmsToRate(
        [property: Words(typeof(RaterPhase))] string? Phase,
        [property: Words(typeof(CampaignPhase))] string CampaignPhase,
        [property: Words("paused", "dropped", "failed", "guideline", "nothing_left", "rating_over")] string? Reason,
        IReadOnlyList<RaterFilm> Films);

    /// <summary>A page of a rater's films.</summary>
    /// <param name="Total">Of all pages.</param>
    /// <param name="Films">In the order of rating.</param>
    public sealed record FilmPage(int Total, IReadOnlyList<RaterFilm> Films);

    private static async Task<Results<Ok<FilmsToRate>, ProblemHttpResult>> Next(FilmsWanted request, Caller caller, CampaignStore store, FilmAccess films)
    {
        if (request.Count is < 1 or > Most) return Problems.Bad("1 to 200 films can be asked for.", "Ask for another number.");
        if (store.Read((state, _) => state.FindRater(caller.User) is null)) return NoRater();
        var work = await store.Next(caller.User, request.Count ?? 1);
        return TypedResults.Ok(store.Read((state, _) =>
        {
            var rater = state.FindRater(caller.User)!;
            var given = work.Select(item => rater.Find(item.Image, item.Occurrence)).OfType<Assignment>().Select(each => Of(each, state.Plan!, films, caller)).ToList();
            return new FilmsToRate(rater.Phase.Word(), state.Phase.Word(), given.Count > 0 ? null : ReasonOf(state, rater), given);
        }));
    }

    private static Results<Ok<FilmPage>, ProblemHttpResult> List(Caller caller, CampaignStore store, FilmAccess films, int from = 1, int count = 50)
    {
        if (from < 1 || count is < 1 or > Most) return Problems.Bad("pages start at 1 and have 1 to 200 films.", "Ask for another page.");
        return store.Read<Results<Ok<FilmPage>, ProblemHttpResult>>((state, _) =>
        {
            if (state.FindRater(caller.User) is not { } rater) return NoRater();
            var all = rater.Assignments;
            var page = new List<RaterFilm>();
            for (var index = from - 1; index < all.Count && page.Count < count; index++) page.Add(Of(all[index], state.Plan!, films, caller));
            return TypedResults.Ok(new FilmPage(all.Count, page));
        });
    }

    private static RaterFilm Of(Assignment each, CampaignPlan plan, FilmAccess films, Caller caller)
    {
        var phase = each.Kind switch
        {
            AssignmentKind.Training => RaterPhase.Training,
            AssignmentKind.Qualification => RaterPhase.Qualification,
            _ => RaterPhase.Rating,
        };
        return new(
            films.HandleOf(caller, each.Image, each.Occurrence),
            each.Position,
            phase.Word(),
            each.IsCompleted,
            each.IsCompleted ? each.CompletedTime : null,
            Answers.Of(each, plan));
    }

    private static string ReasonOf(CampaignState state, RaterState rater) => (state.Phase, rater) switch
    {
        (not CampaignPhase.Rating, _) => "rating_over",
        (_, { IsDropped: true }) => "dropped",
        (_, { IsPaused: true }) => "paused",
        (_, { Phase: RaterPhase.Guideline }) => "guideline",
        (_, { Phase: RaterPhase.Failed }) => "failed",
        _ => "nothing_left",
    };

    private static ProblemHttpResult NoRater() => Problems.Of(
        409, "no_rater", "Not a rater yet", "What was saved is safe. You are not a rater of this campaign yet.", "Sign out and in again; if this stays so, ask the curator.");
}
