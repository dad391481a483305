using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Neatx.Web.People;

namespace Neatx.Web.Api;

/// <summary>Makes the answer about who is signed in, with the antiforgery token that belongs to that person.</summary>
internal sealed class MeAnswer(IAntiforgery antiforgery, UserManager<Person> people, SignInManager<Person> signIn, IConfiguration configuration)
{
    /// <summary>After a person signed in with this request, or for whoever sent it when null.</summary>
    public async Task<Me> Of(HttpContext http, Person? person = null)
    {
        if (person is not null) http.User = await signIn.CreateUserPrincipalAsync(person);
        var id = http.User.FindFirstValue(ClaimTypes.NameIdentifier);
        person ??= id is null ? null : await people.FindByIdAsync(id);
        var token = BearerHandler.TokenOf(http.Request) is null ? antiforgery.GetAndStoreTokens(http).RequestToken : null;
        var oidc = OidcLogin.TitleOf(configuration) is { } title ? new OidcOffer(title) : null;
        if (person is null) return new(false, null, null, null, null, token, oidc);
        var passkeys = await people.GetPasskeysAsync(person);
        return new(true, person.UserName, person.Role.Word(), person.Pseudonym, passkeys.Count, token, oidc);
    }
}
