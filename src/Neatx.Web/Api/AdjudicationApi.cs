using Microsoft.AspNetCore.Http.HttpResults;
using Neatx.Core.Campaign;
using Neatx.Web.Figures;
using Neatx.Web.Films;
using Neatx.Web.Security;
using Neatx.Web.Store;

namespace Neatx.Web.Api;

/// <summary>Films on which raters disagree, for a third person to decide on; who rated them does not show.</summary>
internal static class AdjudicationApi
{
    private const int Most = 50;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/adjudication/next", Next).RequireAuthorization(Policies.Adjudicator)
        .WithTags("Adjudication").WithName("nextDisagreements").WithSummary("Reserves films on which raters disagree; decisions are sent as events.");

    /// <summary>What one rater answered. "A" is not the same person from film to film.</summary>
    public sealed record BlindAnswers(
        string Rater,
        IReadOnlyDictionary<string, string> Grades,
        IReadOnlyDictionary<string, string> Sides,
        string? Invalid,
        string? Note,
        IReadOnlyDictionary<string, string> Lines,
        IReadOnlyDictionary<string, string> Boxes);

    /// <summary>A film to decide on.</summary>
    /// <param name="Handle">Names the film for this person alone.</param>
    /// <param name="Findings">In dispute; none where the dispute is whether the film is fit.</param>
    /// <param name="Answers">Of each rater.</param>
    /// <param name="Decided">By an adjudicator, so far.</param>
    public sealed record FilmToDecide(string Handle, IReadOnlyList<string> Findings, IReadOnlyList<BlindAnswers> Answers, Answers Decided);

    /// <summary>The films to decide on next.</summary>
    /// <param name="Left">Not decided yet, those of other adjudicators included.</param>
    /// <param name="Films">Reserved for the caller.</param>
    public sealed record FilmsToDecide(int Left, IReadOnlyList<FilmToDecide> Films);

    private static async Task<Results<Ok<FilmsToDecide>, ProblemHttpResult>> Next(
        FilmsWanted request, Caller caller, CampaignStore store, FilmAccess access, FilmHandles handles, CampaignFigures figures, AdjudicationDesk desk, CancellationToken aborted)
    {
        var count = request.Count ?? 1;
        if (count is < 1 or > Most) return Problems.Bad("1 to 50 films can be asked for.", "Ask for another number.");
        var (phase, sequence) = store.Read((state, _) => (state.Phase, state.LastSequence));
        if (phase != CampaignPhase.Adjudication)
            return Problems.Of(409, "phase", "Not yet", "What was saved is safe. Disagreements are decided once rating is over, and before the campaign is frozen.", "Wait for the curator to begin adjudication.");
        var known = await figures.OfPhase(sequence, aborted);
        return TypedResults.Ok(store.Read((state, _) =>
        {
            var (left, images) = desk.Take(state, caller.User, known.Disagreements.Any, count);
            return new FilmsToDecide(left, [.. images.Select(image => Of(state, image))]);
        }));

        FilmToDecide Of(CampaignState state, int image)
        {
            var plan = state.Plan!;
            var ratings = Disagreement.RatingsOf(state, image).OrderBy(each => handles.BlindOrder(image, each.Rater.User)).ToList();
            var blind = ratings.Select((each, index) =>
            {
                var own = Answers.Of(each, plan);
                return new BlindAnswers(((char)('A' + index)).ToString(), own.Grades, own.Sides, own.Invalid, own.Note, own.Lines, own.Boxes);
            });
            return new(
                access.HandleOf(caller, image),
                [.. Disagreement.FindingsOf(ratings, plan).Select(index => plan.Findings[index].Name)],
                [.. blind],
                Answers.Of(state.Adjudicated.GetValueOrDefault(image), plan));
        }
    }
}
