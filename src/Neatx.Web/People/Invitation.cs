using Neatx.Core.Campaign;

namespace Neatx.Web.People;

/// <summary>Lets one person in, once, until it expires.</summary>
public sealed class Invitation
{
    public required string Id { get; init; }

    /// <summary>SHA-256 of the code in the link.</summary>
    public required byte[] CodeHash { get; init; }

    public required CampaignRole Role { get; init; }

    /// <summary>The pseudonym that a rater will have; null for a made-up one.</summary>
    public string? Pseudonym { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public DateTimeOffset? Used { get; init; }
}
