using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Neatx.Web.People;
using Neatx.Web.Security;

namespace Neatx.Web.Api;

/// <summary>Signing in with a password, signing out, and who is signed in.</summary>
internal static class SignInApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me", Me).AllowAnonymous().WithTags("People").WithName("getMe").WithSummary("Who is signed in, and the token that goes with every change.");
        api.MapPost("/sign-in", SignIn).AllowAnonymous().RequireRateLimiting(RateLimits.Guessing).WithTags("People").WithName("signIn").WithSummary("Signs in with a password.");
        api.MapPost("/sign-out", SignOut).AllowAnonymous().WithTags("People").WithName("signOut").WithSummary("Ends the session.");
    }

    /// <summary>A name and a password.</summary>
    public sealed record Credentials(string? Name, string? Password);

    private static async Task<Ok<Me>> Me(HttpContext http, MeAnswer answer) => TypedResults.Ok(await answer.Of(http));

    private static async Task<Results<Ok<Me>, ProblemHttpResult>> SignIn(
        Credentials request, HttpContext http, SignInManager<Person> signIn, UserManager<Person> people, [FromServices] Invitations invitations, MeAnswer answer)
    {
        var person = request.Name is { Length: > 0 } name ? await people.FindByNameAsync(name) : null;
        if (person is null)
        {
            // As slow as for a name that exists, so that names cannot be found out.
            new PasswordHasher<Person>().HashPassword(new Person(), request.Password ?? "");
            return Wrong();
        }

        var result = await signIn.PasswordSignInAsync(person, request.Password ?? "", isPersistent: true, lockoutOnFailure: true);
        if (!result.Succeeded) return Wrong();
        await invitations.AddRater(person);
        return TypedResults.Ok(await answer.Of(http, person));
    }

    private static async Task<Ok<Me>> SignOut(HttpContext http, SignInManager<Person> signIn, MeAnswer answer)
    {
        await signIn.SignOutAsync();
        http.User = new ClaimsPrincipal(new ClaimsIdentity());
        return TypedResults.Ok(await answer.Of(http));
    }

    /// <summary>One answer for a wrong name, a wrong password and a locked person.</summary>
    private static ProblemHttpResult Wrong() => Problems.Of(
        401,
        "wrong_password",
        "Not signed in",
        "What was saved is safe. Name and password do not belong together, or too many were tried with this name.",
        "Try again; after five wrong passwords wait ten minutes. A curator can invite you anew.");
}
