namespace Neatx.Core.Campaign;

/// <summary>Who asks for an event: a user in a role.</summary>
/// <param name="User">The id of the user; never a name.</param>
/// <param name="Role">In which role the user asks.</param>
public sealed record CampaignActor(string User, CampaignRole Role)
{
    /// <summary>The campaign itself, for what follows from rules.</summary>
    public static CampaignActor System { get; } = new("system", CampaignRole.Curator);
}
