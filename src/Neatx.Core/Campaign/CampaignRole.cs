namespace Neatx.Core.Campaign;

/// <summary>What a user may do in a campaign.</summary>
public enum CampaignRole
{
    /// <summary>Sees what a curator sees and changes nothing.</summary>
    Viewer,

    /// <summary>Rates, and reaches own answers only.</summary>
    Rater,

    /// <summary>Decides where raters disagree.</summary>
    Adjudicator,

    /// <summary>Runs the campaign.</summary>
    Curator,
}
