namespace Neatx.Core.Campaign;

/// <summary>A finding as raters are asked for it.</summary>
/// <param name="Name">The harmonised name.</param>
/// <param name="Title">As the page shows it.</param>
/// <param name="Key">The key that chooses it: one character.</param>
/// <param name="AsksSide">Whether raters say left, right or both.</param>
public sealed record CampaignFinding(string Name, string Title, string Key, bool AsksSide);
