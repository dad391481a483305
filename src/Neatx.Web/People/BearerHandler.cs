using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Neatx.Web.Store;

namespace Neatx.Web.People;

/// <summary>Signs in scripts: "Authorization: Bearer nxt_...".</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, PeopleDatabase database, CampaignStore store, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";
    public const string Prefix = "nxt_";
    private const string WriteClaim = "may_write";
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(1);

    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith($"{Name} ", StringComparison.Ordinal) ? header[(Name.Length + 1)..] : null;

    /// <summary>Whether a caller came in with a token in place of a session.</summary>
    public static bool IsToken(ClaimsPrincipal caller) => caller.Identity?.AuthenticationType == Name;

    /// <summary>Whether a caller's token may change something.</summary>
    public static bool MayWrite(ClaimsPrincipal caller) => caller.HasClaim(WriteClaim, bool.TrueString);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request) is not { } token) return AuthenticateResult.NoResult();
        var hash = Secret.HashOf(token);
        var now = clock.GetUtcNow();
        var found = await database.Tokens.AsNoTracking().FirstOrDefaultAsync(each => each.SecretHash == hash, Context.RequestAborted);
        if (found is null || found.Expires <= now) return AuthenticateResult.Fail("unknown or expired token");
        var person = await database.Users.AsNoTracking().FirstOrDefaultAsync(each => each.Id == found.PersonId, Context.RequestAborted);
        if (person is null || person.LockoutEnd > now) return AuthenticateResult.Fail("the token's person may not sign in");
        if (found.LastUsed is null || found.LastUsed + BetweenNotes < now) await Note(found.Id, now);
        var identity = PersonPrincipal.Identity(person, Name);
        if (found.MayWrite) identity.AddClaim(new Claim(WriteClaim, bool.TrueString));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    /// <summary>Through the campaign's one writer: two that write to SQLite would wait for each other.</summary>
    private async Task Note(string id, DateTimeOffset now)
    {
        try
        {
            await store.NoteTokenUse(id, now);
        }
        catch (StoreException)
        {
            // While nothing can be written, reading goes on; a later request makes the note.
        }
    }
}
