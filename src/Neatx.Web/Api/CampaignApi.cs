using Microsoft.AspNetCore.Http.HttpResults;
using Neatx.Core.Campaign;
using Neatx.Web.Figures;
using Neatx.Web.Films;
using Neatx.Web.Hosting;
using Neatx.Web.Security;
using Neatx.Web.Store;

namespace Neatx.Web.Api;

/// <summary>What the campaign asks, and where the caller stands in it.</summary>
internal static class CampaignApi
{
    private static readonly string[] Grades = ["0", "0.25", "0.5", "0.75", "1"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/campaign", Get).RequireAuthorization()
            .WithTags("Rating").WithName("getCampaign").WithSummary("What the campaign asks, and where the caller stands in it.");
        api.MapGet("/examples/{number:int}/pixels", Example).RequireAuthorization().Produces<Stream>(200, FilmApi.Octets)
            .WithTags("Rating").WithName("getExample").WithSummary("The pixels of a film beside the guideline, as those of getFilm.");
    }

    /// <summary>A finding as the page asks for it.</summary>
    /// <param name="Name">In events and answers.</param>
    /// <param name="Title">For people.</param>
    /// <param name="Key">That chooses it.</param>
    /// <param name="AsksSide">Whether the side of the patient is asked for.</param>
    public sealed record Finding(string Name, string Title, string Key, bool AsksSide);

    /// <summary>A film beside the guideline.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="Caption">What is to be seen.</param>
    /// <param name="Finding">That it shows, or null.</param>
    /// <param name="Pixels">The address of its pixels.</param>
    public sealed record ExampleFilm(int Number, string Caption, string? Finding, string Pixels);

    /// <summary>How far the caller is in the present phase.</summary>
    /// <param name="Done">Films.</param>
    /// <param name="Left">Films; an estimate while several raters share the rest.</param>
    /// <param name="SecondsPerFilm">On average, or null before the first.</param>
    public sealed record Progress(int Done, int Left, double? SecondsPerFilm);

    /// <summary>The campaign, for the caller.</summary>
    /// <param name="Title">For people.</param>
    /// <param name="Language">Of the pages, as "en".</param>
    /// <param name="Synthetic">Whether the films are made up.</param>
    /// <param name="Findings">In the order of the page.</param>
    /// <param name="Grades">Certainties that can be given.</param>
    /// <param name="InvalidReasons">Why a film may be unfit.</param>
    /// <param name="Guideline">HTML of text, headings, lists, tables and links alone.</param>
    /// <param name="Examples">Films beside the guideline.</param>
    /// <param name="CampaignPhase">The campaign's.</param>
    /// <param name="Phase">The caller's; null for who does not rate.</param>
    /// <param name="Paused">Whether a curator paused the caller.</param>
    /// <param name="Dropped">Whether the caller's ratings no longer count.</param>
    /// <param name="Qualification">Null for who does not rate, and where there is none.</param>
    /// <param name="Progress">Null for who does not rate.</param>
    /// <param name="Batch">Films that are reserved at once.</param>
    /// <param name="LeaseMinutes">For how long.</param>
    /// <param name="ProtocolHash">SHA-256 of the protocol's file.</param>
    public sealed record CampaignView(
        string Title,
        string Language,
        bool Synthetic,
        IReadOnlyList<Finding> Findings,
        IReadOnlyList<string> Grades,
        IReadOnlyList<string> InvalidReasons,
        string Guideline,
        IReadOnlyList<ExampleFilm> Examples,
        [property: Words(typeof(CampaignPhase))] string CampaignPhase,
        [property: Words(typeof(RaterPhase))] string? Phase,
        bool Paused,
        bool Dropped,
        QualificationView? Qualification,
        Progress? Progress,
        int Batch,
        int LeaseMinutes,
        string ProtocolHash);

    private static Results<Ok<CampaignView>, ProblemHttpResult> Get(Caller caller, CampaignStore store, ServerOptions options, Guideline guideline, QualificationFigures qualifications)
    {
        var qualification = qualifications.Of(caller.User);
        var protocol = options.Protocol;
        var definition = protocol.Campaign!;
        IReadOnlyList<ExampleFilm> examples =
            [.. definition.Examples.Select((each, index) => new ExampleFilm(index + 1, each.Caption, each.Finding, FormattableString.Invariant($"/api/examples/{index + 1}/pixels")))];
        return store.Read<Results<Ok<CampaignView>, ProblemHttpResult>>((state, _) =>
        {
            if (state.Plan is not { } plan) return Problems.NotSaved("the campaign is not open yet.");
            var rater = state.FindRater(caller.User);
            return TypedResults.Ok(new CampaignView(
                plan.Title,
                plan.Language,
                protocol.Synthetic,
                [.. plan.Findings.Select(each => new Finding(each.Name, each.Title, each.Key, each.AsksSide))],
                Grades,
                InvalidReason.All,
                guideline.Html,
                examples,
                state.Phase.Word(),
                rater?.Phase.Word(),
                rater?.IsPaused ?? false,
                rater?.IsDropped ?? false,
                rater is null ? null : qualification,
                rater is null ? null : ProgressOf(state, rater),
                plan.Batch,
                plan.LeaseMinutes,
                protocol.Sha256));
        });
    }

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> Example(int number, HttpContext http, ServerOptions options, FilmCache films)
    {
        var examples = options.Protocol.Campaign!.Examples;
        if (number < 1 || number > examples.Count) return Problems.NotFound();
        return await FilmApi.Send(http, await films.Get(examples[number - 1].File), FormattableString.Invariant($"example-{number}"));
    }

    internal static Progress ProgressOf(CampaignState state, RaterState rater)
    {
        var done = rater.Phase switch
        {
            RaterPhase.Training => rater.Assignments.Count(each => IsDone(each, AssignmentKind.Training)),
            RaterPhase.Qualification => rater.Assignments.Count(each => IsDone(each, AssignmentKind.Qualification)),
            RaterPhase.Rating => rater.CompletedOf(AssignmentKind.Rating) + rater.CompletedOf(AssignmentKind.Repeat) + rater.CompletedOf(AssignmentKind.HiddenGold),
            _ => 0,
        };
        var left = rater.Phase switch
        {
            RaterPhase.Guideline => state.CountOf(ImagePool.Training),
            RaterPhase.Training => state.CountOf(ImagePool.Training) - done,
            RaterPhase.Qualification => state.CountOf(ImagePool.Qualification) - done,
            RaterPhase.Rating => LeftToRate(state, rater),
            _ => 0,
        };
        var all = Enum.GetValues<AssignmentKind>().Sum(rater.CompletedOf);
        return new(done, Math.Max(0, left), all > 0 && rater.DwellMs > 0 ? rater.DwellMs / 1000.0 / all : null);

        bool IsDone(Assignment each, AssignmentKind kind) => each.Kind == kind && each.Occurrence == rater.Attempt && each.IsCompleted;
    }

    /// <summary>The ratings still wanted, shared out evenly among those who rate; an estimate, as nobody knows who will be faster.</summary>
    private static int LeftToRate(CampaignState state, RaterState rater)
    {
        var images = state.CountOf(ImagePool.Main);
        var (wanted, raters) = ((long)images * state.Plan!.Overlap, 0);
        foreach (var each in state.Raters.Where(each => !each.IsDropped))
        {
            wanted -= each.CompletedOf(AssignmentKind.Rating);
            if (!each.IsPaused && each.Phase != RaterPhase.Failed) raters++;
        }

        var own = images - rater.CompletedOf(AssignmentKind.Rating);
        // Who is the only one yet would otherwise be promised the work of two.
        return (int)Math.Clamp((wanted + Math.Max(raters, state.Plan.Overlap) - 1) / Math.Max(raters, state.Plan.Overlap), 0, own);
    }
}
