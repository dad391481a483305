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
        // Always there, as the pages' client is generated from the document of a server without an institution.
        api.MapPost("/oidc/invited", StartInvited).AllowAnonymous().RequireRateLimiting(RateLimits.Guessing).WithTags("People").WithName("startInvitedOidc")
            .WithSummary("Where the browser of somebody invited goes to sign in at the institution.");
        if (!isConfigured) return;
        api.MapGet("/oidc/sign-in", Start).AllowAnonymous().RequireRateLimiting(RateLimits.Guessing).WithTags("People").WithName("startOidc").WithSummary("Sends the browser to the institution's sign-in.");
        api.MapGet("/oidc/complete", Complete).AllowAnonymous().RequireRateLimiting(RateLimits.Guessing).WithTags("People").WithName("completeOidc").WithSummary("Where the browser comes back from there.");
    }

    /// <summary>The code of the invitation.</summary>
    public sealed record OidcInvitation(string? Code);

    /// <summary>Where the browser goes next.</summary>
    public sealed record OidcWay(string Address);

    private static ChallengeHttpResult Start(SignInManager<Person> signIn) => TypedResults.Challenge(Properties(signIn), [OidcLogin.Scheme]);

    /// <summary>A navigation has no body, and what is in an address is kept by proxies and logs: so the page is told where the redirect would lead.</summary>
    private static async Task<Results<Ok<OidcWay>, ProblemHttpResult>> StartInvited(
        OidcInvitation request, HttpContext http, IConfiguration configuration, SignInManager<Person> signIn)
    {
        if (OidcLogin.TitleOf(configuration) is null) return Problems.NotFound();
        var properties = Properties(signIn);
        properties.Items[Invitation] = request.Code;
        await http.ChallengeAsync(OidcLogin.Scheme, properties);
        var address = http.Response.Headers.Location.ToString();
        http.Response.Headers.Remove("Location");
        return TypedResults.Ok(new OidcWay(address));
    }

    private static AuthenticationProperties Properties(SignInManager<Person> signIn) =>
        signIn.ConfigureExternalAuthenticationProperties(OidcLogin.Scheme, "/api/oidc/complete");

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
