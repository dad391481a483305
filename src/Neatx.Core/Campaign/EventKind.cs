namespace Neatx.Core.Campaign;

/// <summary>What happened. The numbers are stored and must not change; the words are in <see cref="EventKinds"/>.</summary>
public enum EventKind
{
    /// <summary>New: the plan as JSON.</summary>
    CampaignOpened = 1,

    /// <summary>New: <see cref="AddedImages"/> as JSON.</summary>
    ImagesAdded = 2,

    /// <summary>Rater: the user; new: the pseudonym.</summary>
    RaterAdded = 3,

    RaterPaused = 4,

    RaterResumed = 5,

    /// <summary>The rater's ratings stay in the log and count no more: others are asked for them.</summary>
    RaterDropped = 6,

    /// <summary>Rater: whose phase, or null for the campaign's; old and new: words of the phases.</summary>
    PhaseChanged = 7,

    /// <summary>New: the whole plan as JSON.</summary>
    PlanChanged = 8,

    GuidelineRead = 20,

    /// <summary>New: a grade "0" to "1", null to take it back; without a finding "INVALID:reason" or null for the whole image.</summary>
    RatingSet = 21,

    /// <summary>New: "L", "R", "both" or null.</summary>
    SideSet = 22,

    /// <summary>New: free text on the image, or null.</summary>
    NoteSet = 23,

    /// <summary>New: a JSON list of points [x, y], each from 0 to 1 of the image's width and height, or null.</summary>
    LineSet = 24,

    /// <summary>New: JSON [left, top, right, bottom], each from 0 to 1, or null.</summary>
    BoxSet = 25,

    ImageCompleted = 26,

    ImageReopened = 27,

    /// <summary>New: the grade that an adjudicator decided on, or "INVALID:reason" without a finding.</summary>
    AdjudicationSet = 40,

    /// <summary>New: the content hash of all answers.</summary>
    CampaignFrozen = 50,
}
