namespace Neatx.Core.Campaign;

/// <summary>What may be put in the log: by whom, in which phase, with which values.</summary>
public static class CampaignRules
{
    /// <summary>Why a request is refused as the campaign stands, or null.</summary>
    public static Refusal? Check(CampaignState state, CampaignActor actor, EventRequest request)
    {
        if (state.Phase == CampaignPhase.Frozen)
            return new("frozen", "The campaign is frozen: nothing in it changes any more.", "Ask the curator for a new campaign if more is to be rated.");
        if (state.Plan is null)
        {
            return request.Kind == EventKind.CampaignOpened && actor.Role == CampaignRole.Curator
                ? PlanRules.Check(state, request)
                : new("phase", "The campaign is not open yet.", "Ask the curator to open it.");
        }

        if (ValueRules.CheckSurroundings(request) is { } wrong) return wrong;
        if (request.Kind.IsOfRating() || request.Kind == EventKind.GuidelineRead) return CheckRater(state, actor, request);
        if (request.Kind == EventKind.AdjudicationSet) return CheckAdjudicator(state, actor, request);
        if (actor.Role != CampaignRole.Curator) return NotAllowed(request.Kind, CampaignRole.Curator);
        return PlanRules.Check(state, request);
    }

    private static Refusal? CheckRater(CampaignState state, CampaignActor actor, EventRequest request)
    {
        if (actor.Role != CampaignRole.Rater || (request.Rater ?? actor.User) != actor.User || state.FindRater(actor.User) is not { } rater)
            return NotAllowed(request.Kind, CampaignRole.Rater);
        if (rater.IsDropped) return new("dropped", "You are no longer a rater of this campaign.", "Ask the curator.");
        if (state.Phase != CampaignPhase.Rating)
            return new("phase", "Rating is over: disagreements are being decided.", "Ask the curator if an answer must still be changed.");
        if (request.Kind == EventKind.GuidelineRead)
        {
            return rater.Phase == RaterPhase.Guideline ? null : new("phase", "That the guideline was read is noted already.", "Go on with the next image.");
        }

        return request.Image is { } image && rater.Find(image, request.Occurrence) is { } assignment
            ? CheckAnswer(state, rater, assignment, request)
            : new("not_given", "This image was not given to you.", "Ask for your next images.");
    }

    private static Refusal? CheckAnswer(CampaignState state, RaterState rater, Assignment assignment, EventRequest request)
    {
        var needed = assignment.Kind switch
        {
            AssignmentKind.Training => RaterPhase.Training,
            AssignmentKind.Qualification => RaterPhase.Qualification,
            _ => RaterPhase.Rating,
        };
        if (rater.Phase != needed)
            return new("phase", $"This image belongs to {needed.Word()}, and you are in {rater.Phase.Word()}.", "Go on with the next image.");
        if (assignment is { Kind: AssignmentKind.Training, IsCompleted: true })
            return new("phase", "You have seen the expert's answer to this image, so yours stands.", "Go on with the next image.");
        switch (request.Kind)
        {
            case EventKind.ImageCompleted when assignment.IsCompleted:
                return new("phase", "This image is completed already.", "Go on with the next image.");
            case EventKind.ImageCompleted when !assignment.IsAnswered:
                var open = state.Plan!.Findings.Where((_, index) => assignment.Grades[index] == 0).Select(finding => finding.Title);
                return new("unanswered", $"Not answered yet: {string.Join(", ", open)}.", "Grade every finding, or mark the image invalid.");
            case EventKind.ImageReopened when !assignment.IsCompleted:
                return new("phase", "This image is open already.", "Change what you want to change.");
            case EventKind.ImageCompleted or EventKind.ImageReopened:
                return null;
        }

        if (ValueRules.CheckAnswer(state.Plan!, request) is { } wrong) return wrong;
        var takesBack = request is { Kind: EventKind.RatingSet, New: null };
        return assignment.IsCompleted && takesBack
            ? new("phase", "An answer to a completed image cannot be taken back, only changed.", "Reopen the image first.")
            : null;
    }

    private static Refusal? CheckAdjudicator(CampaignState state, CampaignActor actor, EventRequest request)
    {
        if (actor.Role != CampaignRole.Adjudicator) return NotAllowed(request.Kind, CampaignRole.Adjudicator);
        if (state.Phase != CampaignPhase.Adjudication)
            return new("phase", "Disagreements are decided once rating is over.", "Ask the curator to begin adjudication.");
        // Who rated an image is no judge of it.
        if (request.Image is not { } image || image < 1 || image > state.Images || state.PoolOf(image) != ImagePool.Main)
            return new("not_given", "There is no such image to decide on.", "Ask for the next disagreement.");
        return state.AssignmentsOf(image).Any(each => each.Rater.User == actor.User)
            ? new("not_allowed", "You rated this image, so another person decides on it.", "Ask for the next disagreement.")
            : ValueRules.CheckAnswer(state.Plan!, request);
    }

    private static Refusal NotAllowed(EventKind kind, CampaignRole role) =>
        new("not_allowed", $"'{kind.Word()}' is for the role {RoleWord(role)}.", "Sign in as somebody who has that role in this campaign.");

    private static string RoleWord(CampaignRole role) => role switch
    {
        CampaignRole.Curator => "curator",
        CampaignRole.Adjudicator => "adjudicator",
        CampaignRole.Rater => "rater",
        _ => "viewer",
    };
}
