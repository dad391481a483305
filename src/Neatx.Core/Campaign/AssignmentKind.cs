namespace Neatx.Core.Campaign;

/// <summary>Why an image is given to a rater. Raters of the rating phase cannot tell the last three apart.</summary>
public enum AssignmentKind
{
    Training,
    Qualification,

    /// <summary>The first time that the rater sees an image to be rated.</summary>
    Rating,

    /// <summary>An image that the rater has rated before.</summary>
    Repeat,

    /// <summary>An image with a reference standard.</summary>
    HiddenGold,
}
