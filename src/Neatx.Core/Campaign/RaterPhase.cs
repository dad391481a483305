namespace Neatx.Core.Campaign;

/// <summary>Where a rater stands while the campaign is in <see cref="CampaignPhase.Rating"/>.</summary>
public enum RaterPhase
{
    /// <summary>Has not said that the guideline was read.</summary>
    Guideline,

    /// <summary>Images of the reference standard, with feedback.</summary>
    Training,

    /// <summary>Images of the reference standard, blind.</summary>
    Qualification,

    /// <summary>The images of the campaign, blind.</summary>
    Rating,

    /// <summary>Did not reach the bound; a curator decides what follows.</summary>
    Failed,
}
