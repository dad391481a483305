namespace Neatx.Core.Campaign;

/// <summary>When a rater goes on to the next phase.</summary>
public static class PhaseRules
{
    /// <summary>The phase in which a rater belongs now, as far as that follows from what the rater did.</summary>
    public static RaterPhase? NextOf(CampaignState state, RaterState rater, CampaignGold gold)
    {
        var training = state.CountOf(ImagePool.Training);
        var qualification = state.Plan!.Qualification is null ? 0 : state.CountOf(ImagePool.Qualification);
        return rater.Phase switch
        {
            RaterPhase.Guideline when training > 0 => RaterPhase.Training,
            RaterPhase.Guideline => qualification > 0 ? RaterPhase.Qualification : RaterPhase.Rating,
            RaterPhase.Training when Done(rater, AssignmentKind.Training) < training => null,
            RaterPhase.Training => qualification > 0 ? RaterPhase.Qualification : RaterPhase.Rating,
            RaterPhase.Qualification when Done(rater, AssignmentKind.Qualification) < qualification => null,
            RaterPhase.Qualification => Qualification.Of(state, rater, gold).IsPassed ? RaterPhase.Rating : RaterPhase.Failed,
            _ => null,
        };
    }

    /// <summary>Completed in the present attempt.</summary>
    private static int Done(RaterState rater, AssignmentKind kind) =>
        rater.Assignments.Count(assignment => assignment.Kind == kind && assignment.Occurrence == rater.Attempt && assignment.IsCompleted);
}
