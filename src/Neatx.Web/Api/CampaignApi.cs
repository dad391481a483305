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
        api.MapGet("/campaign", Get).RequireAuthorization();
        api.MapGet("/examples/{number:int}/pixels", Example).RequireAuthorization().Produces(200, contentType: FilmApi.Octets);
    }

    /// <summary>A finding as the page asks for it.</summary>
    public sealed record Finding(string Name, string Title, string Key, bool AsksSide);

    /// <summary>A film beside the guideline.</summary>
    public sealed record ExampleFilm(int Number, string Caption, string? Finding, string Pixels);

    /// <summary>How far the caller is in the present phase.</summary>
    public sealed record Progress(int Done, int Left, double? SecondsPerFilm);

    /// <summary>The campaign, for the caller.</summary>
    public sealed record View(
        string Title,
        string Language,
        bool Synthetic,
        IReadOnlyList<Finding> Findings,
        IReadOnlyList<string> Grades,
        IReadOnlyList<string> InvalidReasons,
        string Guideline,
        IReadOnlyList<ExampleFilm> Examples,
        string CampaignPhase,
        string? Phase,
        bool Paused,
        bool Dropped,
        QualificationView? Qualification,
        Progress? Progress,
        int Batch,
        int LeaseMinutes,
        string ProtocolHash);

    private static Results<Ok<View>, ProblemHttpResult> Get(Caller caller, CampaignStore store, ServerOptions options, Guideline guideline, QualificationFigures qualifications)
    {
        var qualification = qualifications.Of(caller.User);
        var protocol = options.Protocol;
        var definition = protocol.Campaign!;
        IReadOnlyList<ExampleFilm> examples =
            [.. definition.Examples.Select((each, index) => new ExampleFilm(index + 1, each.Caption, each.Finding, FormattableString.Invariant($"/api/examples/{index + 1}/pixels")))];
        return store.Read<Results<Ok<View>, ProblemHttpResult>>((state, _) =>
        {
            if (state.Plan is not { } plan) return Problems.NotSaved("the campaign is not open yet.");
            var rater = state.FindRater(caller.User);
            return TypedResults.Ok(new View(
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
