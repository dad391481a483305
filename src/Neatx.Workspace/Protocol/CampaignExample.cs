namespace Neatx.Workspace.Protocol;

/// <summary>A film beside the guideline.</summary>
/// <param name="File">The film, absolute.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Finding">The finding it is an example of, or null.</param>
public sealed record CampaignExample(string File, string Caption, string? Finding);
