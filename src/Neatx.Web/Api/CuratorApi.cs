using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Neatx.Core.Campaign;
using Neatx.Web.Figures;
using Neatx.Web.Films;
using Neatx.Web.People;
using Neatx.Web.Security;
using Neatx.Web.Store;

namespace Neatx.Web.Api;

/// <summary>The curator's page: how far, how fast, do they agree, does anything drift.</summary>
internal static class CuratorApi
{
    private const int PageSize = 24;
    private const int PaceImages = 50;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/curator").RequireAuthorization(Policies.Observer).WithTags("Curator");
        group.MapGet("/overview", Overview).WithName("getOverview").WithSummary("How far, how fast, do they agree, does anything drift.");
        group.MapGet("/disagreements", Disagreements).WithName("listDisagreements").WithSummary("Images on which raters disagree, 24 a page.");
    }

    /// <summary>Images by pool.</summary>
    public sealed record ImageCounts(int Main, int Training, int Qualification, int Hidden);

    /// <summary>Ratings of the images to be rated.</summary>
    /// <param name="Done">Completed first ratings.</param>
    /// <param name="Wanted">Images times overlap.</param>
    /// <param name="RatedEnough">Images that have all the ratings wanted.</param>
    public sealed record RatingCounts(long Done, long Wanted, int RatedEnough);

    /// <summary>A rater. Curators see names, viewers pseudonyms alone.</summary>
    /// <param name="User">The id, for changes of plan.</param>
    /// <param name="Pseudonym">In exports.</param>
    /// <param name="Name">Null for viewers.</param>
    /// <param name="Phase">Where the rater is.</param>
    /// <param name="Paused">Gets no films for now.</param>
    /// <param name="Dropped">Gets none any more, and does not count.</param>
    /// <param name="Done">First ratings completed.</param>
    /// <param name="Open">Films reserved and not completed.</param>
    /// <param name="LastSeen">The last event, or null.</param>
    /// <param name="SecondsPerFilm">On average, or null before the first.</param>
    /// <param name="PerHour">Of the latest films within the last hour, or null.</param>
    /// <param name="Qualification">Null where there is none.</param>
    public sealed record RaterRow(
        string User,
        string Pseudonym,
        string? Name,
        [property: Words(typeof(RaterPhase))] string Phase,
        bool Paused,
        bool Dropped,
        int Done,
        int Open,
        DateTimeOffset? LastSeen,
        double? SecondsPerFilm,
        double? PerHour,
        QualificationView? Qualification);

    /// <summary>The whole first screen.</summary>
    /// <param name="Sequence">Of the last event that the figures count in.</param>
    /// <param name="ComputedAt">Null before the first figures.</param>
    /// <param name="Pending">Whether newer figures are being computed.</param>
    /// <param name="CampaignPhase">The campaign's.</param>
    /// <param name="FrozenHash">Of all answers; null before the freeze.</param>
    /// <param name="Images">By pool.</param>
    /// <param name="Ratings">How far.</param>
    /// <param name="Raters">All of them, those who were dropped too.</param>
    /// <param name="Agreement">Kappa of every pair and finding.</param>
    /// <param name="Prevalence">Of every rater and finding.</param>
    /// <param name="Stop">Null where the protocol has no such rule.</param>
    /// <param name="Disagreements">Images in dispute by finding.</param>
    /// <param name="StorageProblem">Why ratings cannot be saved now, or null.</param>
    public sealed record CampaignOverview(
        long Sequence,
        DateTimeOffset? ComputedAt,
        bool Pending,
        [property: Words(typeof(CampaignPhase))] string CampaignPhase,
        string? FrozenHash,
        ImageCounts Images,
        RatingCounts Ratings,
        IReadOnlyList<RaterRow> Raters,
        IReadOnlyList<AgreementFigure> Agreement,
        IReadOnlyList<PrevalenceFigure> Prevalence,
        StopFigure? Stop,
        IReadOnlyDictionary<string, int> Disagreements,
        string? StorageProblem);

    /// <summary>What a rater answered, by pseudonym.</summary>
    public sealed record NamedAnswers(
        string Rater,
        IReadOnlyDictionary<string, string> Grades,
        IReadOnlyDictionary<string, string> Sides,
        string? Invalid,
        string? Note,
        IReadOnlyDictionary<string, string> Lines,
        IReadOnlyDictionary<string, string> Boxes);

    /// <summary>An image in dispute.</summary>
    /// <param name="Handle">Names the film for this person alone.</param>
    /// <param name="Number">Of the image in the campaign.</param>
    /// <param name="Findings">In dispute.</param>
    /// <param name="Answers">Of each rater.</param>
    /// <param name="Decided">By an adjudicator, so far.</param>
    public sealed record DisputedImage(string Handle, int Number, IReadOnlyList<string> Findings, IReadOnlyList<NamedAnswers> Answers, Answers Decided);

    /// <summary>A page of images in dispute.</summary>
    public sealed record DisputedPage(int Total, int Page, int Pages, IReadOnlyList<DisputedImage> Images);

    private static async Task<Ok<CampaignOverview>> Overview(
        Caller caller, CampaignStore store, CampaignFigures figures, QualificationFigures qualifications, PeopleDatabase database, TimeProvider clock)
    {
        var names = caller.Role == CampaignRole.Curator
            ? await database.Users.AsNoTracking().Where(each => each.Role == CampaignRole.Rater).ToDictionaryAsync(each => each.Id, each => each.UserName, StringComparer.Ordinal)
            : [];
        var known = figures.Latest;
        var now = clock.GetUtcNow();
        var view = store.Read((state, _) =>
        {
            var images = new ImageCounts(
                state.CountOf(ImagePool.Main), state.CountOf(ImagePool.Training), state.CountOf(ImagePool.Qualification), state.CountOf(ImagePool.Hidden));
            var done = state.Raters.Where(each => !each.IsDropped).Sum(each => (long)each.CompletedOf(AssignmentKind.Rating));
            var findings = state.Plan?.Findings ?? [];
            return new CampaignOverview(
                known?.Sequence ?? 0,
                known?.ComputedAt,
                known?.Sequence != state.LastSequence,
                state.Phase.Word(),
                state.FrozenHash,
                images,
                new(done, (long)images.Main * (state.Plan?.Overlap ?? 0), known?.RatedEnough ?? 0),
                [.. state.Raters.Select(each => RowOf(each, names.GetValueOrDefault(each.User), now))],
                known?.Agreement ?? [],
                known?.Prevalence ?? [],
                known?.Stop,
                findings.Select((finding, index) => (finding.Name, known?.Disagreements.OfFinding.ElementAtOrDefault(index)?.Count ?? 0)).ToDictionary(StringComparer.Ordinal),
                null);
        });
        return TypedResults.Ok(view with
        {
            Raters = [.. view.Raters.Select(each => each with { Qualification = qualifications.Of(each.User) })],
            StorageProblem = store.Problem,
        });
    }

    private static async Task<Results<Ok<DisputedPage>, ProblemHttpResult>> Disagreements(
        Caller caller, CampaignStore store, CampaignFigures figures, FilmAccess access, CancellationToken aborted, string? finding = null, int page = 1)
    {
        var known = figures.Latest ?? await figures.AtLeast(0, aborted);
        var index = finding is null ? -1 : store.Read((state, _) => state.Plan?.IndexOf(finding) ?? -1);
        if (finding is not null && index < 0) return Problems.Bad("the campaign does not ask for this finding.", "Name one of the campaign's, or none.");
        var all = index < 0 ? known.Disagreements.Any : known.Disagreements.OfFinding.ElementAtOrDefault(index) ?? [];
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        if (page < 1 || page > pages) return Problems.Bad(FormattableString.Invariant($"there are pages 1 to {pages}."), "Ask for one of them.");
        var shown = all.Skip((page - 1) * PageSize).Take(PageSize);
        return TypedResults.Ok(store.Read((state, _) => new DisputedPage(all.Count, page, pages, [.. shown.Select(image => Of(state, image))])));

        DisputedImage Of(CampaignState state, int image)
        {
            var plan = state.Plan!;
            var ratings = Disagreement.RatingsOf(state, image).OrderBy(each => each.Rater.Number).ToList();
            var answers = ratings.Select(each =>
            {
                var own = Answers.Of(each, plan);
                return new NamedAnswers(each.Rater.Pseudonym, own.Grades, own.Sides, own.Invalid, own.Note, own.Lines, own.Boxes);
            });
            return new(
                access.HandleOf(caller, image),
                image,
                [.. Disagreement.FindingsOf(ratings, plan).Select(each => plan.Findings[each].Name)],
                [.. answers],
                Answers.Of(state.Adjudicated.GetValueOrDefault(image), plan));
        }
    }

    private static RaterRow RowOf(RaterState rater, string? name, DateTimeOffset now)
    {
        var all = Enum.GetValues<AssignmentKind>().Sum(rater.CompletedOf);
        var open = rater.Assignments.Count - all;
        return new(
            rater.User,
            rater.Pseudonym,
            name,
            rater.Phase.Word(),
            rater.IsPaused,
            rater.IsDropped,
            rater.CompletedOf(AssignmentKind.Rating),
            Math.Max(0, open),
            rater.LastSeen,
            all > 0 && rater.DwellMs > 0 ? rater.DwellMs / 1000.0 / all : null,
            PerHour(rater, now),
            null);
    }

    /// <summary>Of the latest images completed within the last hour.</summary>
    private static double? PerHour(RaterState rater, DateTimeOffset now)
    {
        var (count, first) = (0, now);
        for (var index = rater.Assignments.Count - 1; index >= 0 && count < PaceImages; index--)
        {
            var each = rater.Assignments[index];
            if (!each.IsCompleted) continue;
            if (each.CompletedTime < now.AddHours(-1)) break;
            (count, first) = (count + 1, each.CompletedTime);
        }

        return count > 1 && now > first ? count / (now - first).TotalHours : null;
    }
}
