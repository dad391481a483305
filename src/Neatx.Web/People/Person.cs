using Microsoft.AspNetCore.Identity;
using Neatx.Core.Campaign;

namespace Neatx.Web.People;

/// <summary>Who may sign in: a name, one role, and for a rater the pseudonym that all others see. The id is random and stands in the log.</summary>
public sealed class Person : IdentityUser
{
    public CampaignRole Role { get; set; }

    /// <summary>Of raters; null for all others.</summary>
    public string? Pseudonym { get; set; }

    public DateTimeOffset Created { get; set; }
}
