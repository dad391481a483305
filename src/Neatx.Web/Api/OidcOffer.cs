namespace Neatx.Web.Api;

/// <summary>A single sign-on.</summary>
/// <param name="Title">What the page calls it.</param>
public sealed record OidcOffer(string Title);
