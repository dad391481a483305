using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Neatx.Web.People;
using Neatx.Web.Security;

namespace Neatx.Web.Api;

/// <summary>Passkeys (WebAuthn) in place of passwords.</summary>
internal static class PasskeyApi
{
    private const string Json = "application/json";
    private const int Most = 20;
    private const int LongestName = 64;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/passkeys").WithTags("People");
        group.MapGet("", List).RequireAuthorization(Policies.Session).WithName("listPasskeys").WithSummary("The caller's passkeys.");
        group.MapPost("/creation-options", CreationOptions).RequireAuthorization(Policies.Session).Produces<JsonObject>(200, Json)
            .WithName("passkeyCreationOptions").WithSummary("What a browser needs to make a passkey: PublicKeyCredentialCreationOptions as JSON.");
        group.MapPost("", Add).RequireAuthorization(Policies.Session).WithName("addPasskey").WithSummary("Keeps a passkey that the browser made.");
        group.MapDelete("/{id}", Delete).RequireAuthorization(Policies.Session).WithName("removePasskey").WithSummary("Forgets a passkey.");
        group.MapPost("/request-options", RequestOptions).AllowAnonymous().RequireRateLimiting(RateLimits.Guessing).Produces<JsonObject>(200, Json)
            .WithName("passkeyRequestOptions").WithSummary("What a browser needs to use a passkey: PublicKeyCredentialRequestOptions as JSON.");
        group.MapPost("/sign-in", SignIn).AllowAnonymous().RequireRateLimiting(RateLimits.Guessing).WithName("signInWithPasskey").WithSummary("Signs in with a passkey.");
    }

    /// <summary>A credential as the browser made it, as JSON text.</summary>
    public sealed record PasskeyCredential([property: System.Text.Json.Serialization.JsonPropertyName("credential")] string? CredentialJson, string? Name = null);

    /// <summary>Who wants to sign in; null for whoever the passkey belongs to.</summary>
    public sealed record PasskeyWish(string? Name = null);

    /// <summary>A passkey of the person.</summary>
    public sealed record ListedPasskey(string Id, string? Name, DateTimeOffset Created);

    /// <summary>All passkeys of the person.</summary>
    public sealed record ListedPasskeys(IReadOnlyList<ListedPasskey> Passkeys);

    private static async Task<Results<Ok<ListedPasskeys>, ProblemHttpResult>> List(HttpContext http, UserManager<Person> people)
    {
        if (await people.GetUserAsync(http.User) is not { } person) return Problems.SignedOut();
        var all = await people.GetPasskeysAsync(person);
        return TypedResults.Ok(new ListedPasskeys([.. all.Select(each => new ListedPasskey(Base64Url.EncodeToString(each.CredentialId), each.Name, each.CreatedAt))]));
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> CreationOptions(HttpContext http, UserManager<Person> people, SignInManager<Person> signIn)
    {
        if (await people.GetUserAsync(http.User) is not { } person) return Problems.SignedOut();
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id, Name = person.UserName!, DisplayName = person.UserName! });
        return TypedResults.Content(options, Json);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Add(PasskeyCredential request, HttpContext http, UserManager<Person> people, SignInManager<Person> signIn)
    {
        if (await people.GetUserAsync(http.User) is not { } person) return Problems.SignedOut();
        if (request.CredentialJson is not { } credential) return Problems.Bad("there is no credential in it.", "Send the browser's credential as JSON text.");
        if ((await people.GetPasskeysAsync(person)).Count >= Most) return Problems.Bad("you have 20 passkeys.", "Delete one of them first.");
        var result = await Attempt(() => signIn.PerformPasskeyAttestationAsync(credential));
        if (result is not { Succeeded: true }) return Problems.Bad("the passkey could not be verified.", "Try again, on the page that asked for it.");
        result.Passkey.Name = request.Name is { Length: > 0 } name ? name[..Math.Min(name.Length, LongestName)] : "passkey";
        var added = await people.AddOrUpdatePasskeyAsync(person, result.Passkey);
        return added.Succeeded ? TypedResults.NoContent() : Problems.Bad("the passkey could not be added.", "Try again.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(string id, HttpContext http, UserManager<Person> people)
    {
        if (await people.GetUserAsync(http.User) is not { } person) return Problems.SignedOut();
        if (!Base64Url.IsValid(id)) return Problems.NotFound();
        var credential = Base64Url.DecodeFromChars(id);
        if (await people.GetPasskeyAsync(person, credential) is null) return Problems.NotFound();
        await people.RemovePasskeyAsync(person, credential);
        return TypedResults.NoContent();
    }

    private static async Task<ContentHttpResult> RequestOptions(SignInManager<Person> signIn) =>
        TypedResults.Content(await signIn.MakePasskeyRequestOptionsAsync(null), Json);

    private static async Task<Results<Ok<Me>, ProblemHttpResult>> SignIn(
        PasskeyCredential request, HttpContext http, UserManager<Person> people, SignInManager<Person> signIn, [FromServices] Invitations invitations, MeAnswer answer)
    {
        if (request.CredentialJson is not { } credential) return Problems.Bad("there is no credential in it.", "Send the browser's credential as JSON text.");
        var result = await Attempt(() => signIn.PerformPasskeyAssertionAsync(credential));
        if (result is not { Succeeded: true } || await people.IsLockedOutAsync(result.User))
            return Problems.Of(401, "wrong_passkey", "Not signed in", "What was saved is safe. The passkey is not one of this campaign.", "Try another passkey, or your password.");
        await people.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        await signIn.SignInAsync(result.User, isPersistent: true);
        await invitations.AddRater(result.User);
        return TypedResults.Ok(await answer.Of(http, result.User));
    }

    /// <summary>Null where nobody asked for options before, or they were long ago.</summary>
    private static async Task<T?> Attempt<T>(Func<Task<T>> verify)
        where T : class
    {
        try
        {
            return await verify();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
