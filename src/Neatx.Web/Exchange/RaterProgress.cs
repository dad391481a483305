using Neatx.Core.Campaign;

namespace Neatx.Web.Exchange;

/// <summary>How far one rater is.</summary>
/// <param name="Rater">The pseudonym.</param>
/// <param name="Phase">"guideline", "training", "qualification", "rating" or "failed"; "paused" or "dropped" where that holds.</param>
/// <param name="Done">Images rated for the first time.</param>
/// <param name="Repeats">Images rated again.</param>
/// <param name="Hidden">Hidden images of the reference standard.</param>
/// <param name="LastSeen">The time of the last event, or null.</param>
public sealed record RaterProgress(string Rater, string Phase, int Done, int Repeats, int Hidden, DateTimeOffset? LastSeen)
{
    internal static RaterProgress Of(RaterState rater) => new(
        rater.Pseudonym,
        rater.IsDropped ? "dropped" : rater.IsPaused ? "paused" : rater.Phase.Word(),
        rater.CompletedOf(AssignmentKind.Rating),
        rater.CompletedOf(AssignmentKind.Repeat),
        rater.CompletedOf(AssignmentKind.HiddenGold),
        rater.LastSeen);
}
