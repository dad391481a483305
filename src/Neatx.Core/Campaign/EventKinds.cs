using System.Collections.Frozen;

namespace Neatx.Core.Campaign;

/// <summary>The words of <see cref="EventKind"/>, as requests and exports write them. Unknown words are refused.</summary>
public static class EventKinds
{
    private static readonly FrozenDictionary<EventKind, string> Words = new Dictionary<EventKind, string>
    {
        [EventKind.CampaignOpened] = "campaign.opened",
        [EventKind.ImagesAdded] = "images.added",
        [EventKind.RaterAdded] = "rater.added",
        [EventKind.RaterPaused] = "rater.paused",
        [EventKind.RaterResumed] = "rater.resumed",
        [EventKind.RaterDropped] = "rater.dropped",
        [EventKind.PhaseChanged] = "phase.changed",
        [EventKind.PlanChanged] = "plan.changed",
        [EventKind.GuidelineRead] = "guideline.read",
        [EventKind.RatingSet] = "rating.set",
        [EventKind.SideSet] = "side.set",
        [EventKind.NoteSet] = "note.set",
        [EventKind.LineSet] = "line.set",
        [EventKind.BoxSet] = "box.set",
        [EventKind.ImageCompleted] = "image.completed",
        [EventKind.ImageReopened] = "image.reopened",
        [EventKind.AdjudicationSet] = "adjudication.set",
        [EventKind.CampaignFrozen] = "campaign.frozen",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, EventKind> ByWord = Words.ToFrozenDictionary(each => each.Value, each => each.Key, StringComparer.Ordinal);

    /// <summary>All kinds, in the order of their numbers.</summary>
    public static IReadOnlyList<EventKind> All { get; } = [.. Words.Keys.Order()];

    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string Word(this EventKind kind) => Words.TryGetValue(kind, out var word)
        ? word
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of event.");

    /// <summary>False for a word that is no kind of event.</summary>
    public static bool TryParse(string word, out EventKind kind) => ByWord.TryGetValue(word, out kind);

    /// <summary>True for what a rater does to an image: it has an image, and its actor is its rater.</summary>
    public static bool IsOfRating(this EventKind kind) => kind is >= EventKind.RatingSet and <= EventKind.ImageReopened;
}
