using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Neatx.Core.Campaign;
using Neatx.Web.People;
using Neatx.Web.Security;

namespace Neatx.Web.Api;

/// <summary>Invitations: curators make them, those invited come in by them. A code is sent in the body: paths are kept by proxies and by logs.</summary>
internal static class InvitationApi
{
    private const int LongestName = 64;
    private const int LongestPassword = 256;
    private const int LongestPseudonym = 32;
    private const int MostDays = 365;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/invitations").WithTags("People");
        string[] curators = [Policies.Curator, Policies.Session];
        group.MapGet("", List).RequireAuthorization(curators).WithName("listInvitations").WithSummary("All invitations, without their codes.");
        group.MapPost("", Make).RequireAuthorization(curators).WithName("invite").WithSummary("Makes a link that lets one person in; it is told once.");
        group.MapDelete("/{id}", Delete).RequireAuthorization(curators).WithName("withdrawInvitation").WithSummary("Withdraws an invitation that nobody has used.");
        group.MapPost("/look", Look).AllowAnonymous().RequireRateLimiting(RateLimits.Guessing).WithName("getInvitation").WithSummary("What an invitation is for.");
        group.MapPost("/accept", Accept).AllowAnonymous().RequireRateLimiting(RateLimits.Guessing).WithName("acceptInvitation").WithSummary("Makes the person, and signs in.");
    }

    /// <summary>Whom to invite.</summary>
    public sealed record NewInvitation([property: Words(typeof(CampaignRole))] string? Role, string? Pseudonym = null, int? Days = null);

    /// <summary>An invitation that was just made; its code is told once.</summary>
    public sealed record MadeInvitation(string Id, string Link, string Code, DateTimeOffset Expires);

    /// <summary>An invitation without its code.</summary>
    public sealed record ListedInvitation(
        string Id, [property: Words(typeof(CampaignRole))] string Role, string? Pseudonym, DateTimeOffset Created, DateTimeOffset Expires, DateTimeOffset? Used);

    /// <summary>All invitations.</summary>
    public sealed record ListedInvitations(IReadOnlyList<ListedInvitation> Invitations);

    /// <summary>What an invitation is for.</summary>
    public sealed record OpenInvitation([property: Words(typeof(CampaignRole))] string Role, string? Pseudonym, DateTimeOffset Expires);

    /// <summary>Which invitation is asked about, by its code.</summary>
    public sealed record InvitationCode(string? Code);

    /// <summary>The code of the invitation, and the name and password that the new person chose.</summary>
    public sealed record Acceptance(string? Code, string? Name, string? Password);

    private static async Task<Ok<ListedInvitations>> List(PeopleDatabase database)
    {
        var all = await database.Invitations.AsNoTracking().OrderByDescending(each => each.Created).ToListAsync();
        return TypedResults.Ok(new ListedInvitations(
            [.. all.Select(each => new ListedInvitation(each.Id, each.Role.Word(), each.Pseudonym, each.Created, each.Expires, each.Used))]));
    }

    private static async Task<Results<Ok<MadeInvitation>, ProblemHttpResult>> Make(NewInvitation request, HttpContext http, [FromServices] Invitations invitations)
    {
        if (Roles.Of(request.Role) is not { } role) return Problems.Bad("there is no such role.", "Name one of curator, rater, adjudicator, viewer.");
        var days = request.Days ?? Invitations.Days;
        if (days is < 1 or > MostDays) return Problems.Bad("an invitation is open for 1 to 365 days.", "Name another number of days.");
        var pseudonym = role == CampaignRole.Rater && !string.IsNullOrWhiteSpace(request.Pseudonym) ? request.Pseudonym.Trim() : null;
        if (pseudonym?.Length > LongestPseudonym) return Problems.Bad("a pseudonym has at most 32 characters.", "Choose a shorter one.");
        var (invitation, code) = await invitations.Make(role, pseudonym, days);
        var link = $"{http.Request.Scheme}://{http.Request.Host}{Invitations.PathOf(code)}";
        return TypedResults.Ok(new MadeInvitation(invitation.Id, link, code, invitation.Expires));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(string id, PeopleDatabase database)
    {
        var deleted = await database.Invitations.Where(each => each.Id == id && each.Used == null).ExecuteDeleteAsync();
        return deleted == 0 ? Problems.NotFound() : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<OpenInvitation>, ProblemHttpResult>> Look(InvitationCode request, [FromServices] Invitations invitations) =>
        await invitations.Find(request.Code ?? "") is { } found ? TypedResults.Ok(new OpenInvitation(found.Role.Word(), found.Pseudonym, found.Expires)) : Gone();

    private static async Task<Results<Ok<Me>, ProblemHttpResult>> Accept(
        Acceptance request, HttpContext http, [FromServices] Invitations invitations, SignInManager<Person> signIn, MeAnswer answer)
    {
        var name = request.Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return Problems.Bad("a name has 1 to 64 characters.", "Choose another name.");
        if (request.Password is not { Length: <= LongestPassword }) return Problems.Bad("a password has at most 256 characters.", "Choose another password.");
        var (person, mistake) = await invitations.Accept(request.Code ?? "", name, request.Password);
        if (mistake is not null) return Problems.Bad(mistake, "Choose another name or password; the invitation is still open.");
        if (person is null) return Gone();
        await signIn.SignInAsync(person, isPersistent: true);
        return TypedResults.Ok(await answer.Of(http, person));
    }

    private static ProblemHttpResult Gone() => Problems.Of(
        410, "invitation", "Invitation not open", "This invitation was used, has expired, or never was.", "Ask the curator for a new one; if it was you who used it, sign in.");
}
