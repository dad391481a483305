using Neatx.Core.Campaign;

namespace Neatx.Web.People;

/// <summary>Roles as requests, claims and tables write them.</summary>
internal static class Roles
{
    public const string Curator = "curator";
    public const string Rater = "rater";
    public const string Adjudicator = "adjudicator";
    public const string Viewer = "viewer";

    public static string Word(this CampaignRole role) => role switch
    {
        CampaignRole.Curator => Curator,
        CampaignRole.Rater => Rater,
        CampaignRole.Adjudicator => Adjudicator,
        _ => Viewer,
    };

    /// <summary>Null for any other word.</summary>
    public static CampaignRole? Of(string? word) => word switch
    {
        Curator => CampaignRole.Curator,
        Rater => CampaignRole.Rater,
        Adjudicator => CampaignRole.Adjudicator,
        Viewer => CampaignRole.Viewer,
        _ => null,
    };
}
