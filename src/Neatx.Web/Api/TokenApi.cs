using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Neatx.Web.People;
using Neatx.Web.Security;

namespace Neatx.Web.Api;

/// <summary>Tokens with which a person's scripts act as that person.</summary>
internal static class TokenApi
{
    private const int Most = 50;
    private const int MostDays = 365;
    private const int LongestName = 64;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/tokens").RequireAuthorization(Policies.Session).WithTags("People");
        group.MapGet("", List).WithName("listTokens").WithSummary("The caller's tokens, without their secrets.");
        group.MapPost("", Make).WithName("makeToken").WithSummary("Makes a token; it is told once.");
        group.MapDelete("/{id}", Delete).WithName("removeToken").WithSummary("Makes a token worthless.");
    }

    /// <summary>A token to be made.</summary>
    /// <param name="Name">What uses it, 1 to 64 characters.</param>
    /// <param name="Days">How long it is good, 1 to 365. Default: 90.</param>
    /// <param name="MayWrite">Whether it may change something. Default: it reads only.</param>
    public sealed record NewToken(string? Name, int? Days = null, bool? MayWrite = null);

    /// <summary>A token that was just made; it is told once.</summary>
    public sealed record MadeToken(string Id, string Token, DateTimeOffset Expires);

    /// <summary>A token without its secret.</summary>
    public sealed record ListedToken(string Id, string Name, bool MayWrite, DateTimeOffset Created, DateTimeOffset Expires, DateTimeOffset? LastUsed);

    /// <summary>All tokens of the person.</summary>
    public sealed record ListedTokens(IReadOnlyList<ListedToken> Tokens);

    private static async Task<Ok<ListedTokens>> List(Caller caller, PeopleDatabase database)
    {
        var all = await database.Tokens.AsNoTracking().Where(each => each.PersonId == caller.User).OrderBy(each => each.Created).ToListAsync();
        return TypedResults.Ok(new ListedTokens([.. all.Select(each => new ListedToken(each.Id, each.Name, each.MayWrite, each.Created, each.Expires, each.LastUsed))]));
    }

    private static async Task<Results<Ok<MadeToken>, ProblemHttpResult>> Make(NewToken request, Caller caller, PeopleDatabase database, TimeProvider clock)
    {
        if (request.Name is not { Length: > 0 and <= LongestName }) return Problems.Bad("a token has a name of 1 to 64 characters.", "Name what uses it.");
        var days = request.Days ?? 90;
        if (days is < 1 or > MostDays) return Problems.Bad("a token is good for 1 to 365 days.", "Name another number of days.");
        if (await database.Tokens.CountAsync(each => each.PersonId == caller.User) >= Most) return Problems.Bad("you have 50 tokens.", "Delete one of them first.");
        var secret = Secret.New(BearerHandler.Prefix);
        var now = clock.GetUtcNow();
        var token = new ApiToken
        {
            Id = Guid.NewGuid().ToString("N"),
            PersonId = caller.User,
            Name = request.Name,
            SecretHash = Secret.HashOf(secret),
            MayWrite = request.MayWrite ?? false,
            Created = now,
            Expires = now.AddDays(days),
        };
        database.Add(token);
        await database.SaveChangesAsync();
        return TypedResults.Ok(new MadeToken(token.Id, secret, token.Expires));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(string id, Caller caller, PeopleDatabase database)
    {
        var deleted = await database.Tokens.Where(each => each.Id == id && each.PersonId == caller.User).ExecuteDeleteAsync();
        return deleted == 0 ? Problems.NotFound() : TypedResults.NoContent();
    }
}
