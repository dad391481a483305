using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Neatx.Web.People;
using Neatx.Web.Security;

namespace Neatx.Web.Api;

/// <summary>Signing in with the account of an institution. It opens no account by itself: the first time it takes an invitation.</summary>
internal static class OidcApi
{
    private const string Invitation = "invitation";

    public static void Map(RouteGroupBuilder api, bool isConfigured)
    {
        if (!isConfigured) return;
        api.MapGet("/oidc/sign-in", Start).AllowAnonymous().RequireRateLimiting(RateLimits.Guessing).WithTags("People").WithName("startOidc").WithSummary("Sends the browser to the institution's sign-in.");
        api.MapGet("/oidc/complete", Complete).AllowAnonymous().RequireRateLimiting(RateLimits.Guessing).WithTags("People").WithName("completeOidc").WithSummary("Where the browser comes back from there.");
    }

    private static ChallengeHttpResult Start(SignInManager<Person> signIn, string? invitation = null)
    {
        var properties = signIn.ConfigureExternalAuthenticationProperties(OidcLogin.Scheme, "/api/oidc/complete");
        if (invitation is not null) properties.Items[Invitation] = invitation;
        return TypedResults.Challenge(properties, [OidcLogin.Scheme]);
    }

    private static async Task<Results<RedirectHttpResult, ContentHttpResult>> Complete(
        HttpContext http, SignInManager<Person> signIn, UserManager<Person> people, [FromServices] Invitations invitations)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } login) return OidcRefusal.Of("Your institution sent no answer that can be used.");
        var person = await people.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
        if (person is null && login.AuthenticationProperties?.Items.TryGetValue(Invitation, out var code) == true && code is not null)
        {
            var name = login.Principal.FindFirstValue("preferred_username") ?? login.Principal.FindFirstValue(ClaimTypes.Name) ?? login.ProviderKey;
            (person, var mistake) = await invitations.Accept(code, name, null, login);
            if (person is null) return OidcRefusal.Of(mistake ?? "The invitation was used, has expired, or never was.");
        }

        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        if (person is null) return OidcRefusal.Of("There is no person of this campaign with that account.");
        if (await people.IsLockedOutAsync(person)) return OidcRefusal.Of("This person is locked for some minutes.");
        await signIn.SignInAsync(person, isPersistent: true);
        await invitations.AddRater(person);
        return TypedResults.Redirect("/");
    }
}
