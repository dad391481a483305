using Microsoft.AspNetCore.Http.HttpResults;
using Neatx.Core.Agreement;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Web.Films;
using Neatx.Web.Security;
using Neatx.Web.Store;

namespace Neatx.Web.Api;

/// <summary>What the expert says of a film of the training, once the rater has answered.</summary>
internal static class FeedbackApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/films/{handle}/feedback", Get).RequireAuthorization(Policies.Rater)
        .WithTags("Rating").WithName("getFeedback").WithSummary("What the expert says of a film of the training, once the caller has completed it.");

    /// <summary>One finding.</summary>
    /// <param name="Finding">Its name.</param>
    /// <param name="Own">The rater's grade, or null where the film was held unfit.</param>
    /// <param name="Expert">positive, negative, uncertain, invalid, or null where the reference standard does not say.</param>
    /// <param name="Right">Null where there is nothing to compare.</param>
    /// <param name="Line">The expert's line along the tube, JSON [[x, y], ...] in shares of the film, or null.</param>
    /// <param name="Box">The expert's box, JSON [left, top, right, bottom] in shares of the film, or null.</param>
    public sealed record FindingFeedback(
        string Finding, string? Own, [property: Words("positive", "negative", "uncertain", "invalid")] string? Expert, bool? Right, string? Line, string? Box);

    /// <summary>All findings of a film.</summary>
    /// <param name="Findings">In the order of the page.</param>
    /// <param name="Right">How many are right.</param>
    /// <param name="Of">Of so many that can be compared.</param>
    public sealed record Feedback(IReadOnlyList<FindingFeedback> Findings, int Right, int Of);

    private static Results<Ok<Feedback>, ProblemHttpResult> Get(
        string handle, Caller caller, CampaignStore store, FilmAccess access, FilmFiles files, ExpertMarks marks)
    {
        if (access.Resolve(caller, handle) is not var (image, occurrence)) return Problems.NoFilm();
        var name = files.NameOf(image) ?? "";
        return store.Read<Results<Ok<Feedback>, ProblemHttpResult>>((state, gold) =>
        {
            var assignment = state.FindRater(caller.User)?.Find(image, occurrence);
            // In every other phase the answer would break the blinding.
            if (assignment is not { Kind: AssignmentKind.Training }) return Problems.NoFilm();
            if (!assignment.IsCompleted)
                return Problems.Of(409, "unanswered", "Not answered yet", "What was saved is safe. The expert's answer is shown once yours is complete.", "Answer every finding and complete the film.");
            var findings = state.Plan!.Findings.Select((finding, index) => Of(finding, assignment[index], gold[image, index], marks[name, finding.Name])).ToList();
            return TypedResults.Ok(new Feedback(findings, findings.Count(each => each.Right == true), findings.Count(each => each.Right is not null)));
        });
    }

    private static FindingFeedback Of(CampaignFinding finding, Rating own, LabelState expert, (string? Line, string? Box) drawn)
    {
        var grade = own.IsGrade ? own.ToString() : null;
        if (expert == LabelState.Missing) return new(finding.Name, grade, null, null, null, null);
        bool? right = expert is LabelState.Positive or LabelState.Negative ? own.Side == expert : null;
        // What the expert drew stands for what the expert saw.
        var (line, box) = expert == LabelState.Positive ? drawn : default;
        return new(finding.Name, grade, AgreementPolicy.Word(expert), right, line, box);
    }
}
