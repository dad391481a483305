using Neatx.Core.Campaign;

namespace Neatx.Web.Api;

/// <summary>Who is signed in.</summary>
/// <param name="SignedIn">False when nobody is: then only the last two say something.</param>
/// <param name="Name">To sign in with.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Pseudonym">What others see of a rater.</param>
/// <param name="Passkeys">How many passkeys the person has.</param>
/// <param name="Antiforgery">To be sent back in the header X-Antiforgery.</param>
/// <param name="Oidc">The single sign-on that is configured, or null.</param>
public sealed record Me(bool SignedIn, string? Name, [property: Words(typeof(CampaignRole))] string? Role, string? Pseudonym, int? Passkeys, string? Antiforgery, OidcOffer? Oidc);
