namespace Neatx.Core.Campaign;

/// <summary>Where the whole campaign stands. In this order, and back from adjudication to rating; frozen is for good.</summary>
public enum CampaignPhase
{
    Rating,
    Adjudication,
    Frozen,
}
