using Neatx.Core.Campaign;
using Neatx.Core.Labels;

namespace Neatx.Web.Figures;

/// <summary>What a disagreement is: two raters whose first ratings of an image fall on different sides, be it positive, negative, undecided or unfit.</summary>
internal static class Disagreement
{
    /// <summary>The ratings of an image that count.</summary>
    public static IEnumerable<Assignment> RatingsOf(CampaignState state, int image) =>
        state.AssignmentsOf(image).Where(each => each is { Occurrence: 0, IsCompleted: true, Rater.IsDropped: false });

    /// <summary>The findings in disagreement, by index.</summary>
    public static IEnumerable<int> FindingsOf(IReadOnlyList<Assignment> ratings, CampaignPlan plan) =>
        Enumerable.Range(0, plan.Findings.Count).Where(finding => ratings.Any(each => Differs(each[finding].Side, ratings[0][finding].Side)));

    public static bool Differs(LabelState one, LabelState other) => one != other && one != LabelState.Missing && other != LabelState.Missing;

    /// <summary>Whether an adjudicator has decided on all findings that raters disagree on.</summary>
    public static bool IsDecided(CampaignState state, int image)
    {
        if (!state.Adjudicated.TryGetValue(image, out var decided)) return false;
        if (decided.Invalid is not null) return true;
        return FindingsOf([.. RatingsOf(state, image)], state.Plan!).All(finding => decided.Grades[finding] != 0);
    }
}
