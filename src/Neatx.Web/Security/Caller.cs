using System.Reflection;
using System.Security.Claims;
using Neatx.Core.Campaign;
using Neatx.Web.People;

namespace Neatx.Web.Security;

/// <summary>Who sent a request. Endpoints that take one are for people who are signed in.</summary>
/// <param name="User">The id.</param>
/// <param name="Name">The name to sign in with.</param>
/// <param name="Role">The person's role.</param>
public sealed record Caller(string User, string Name, CampaignRole Role)
{
    /// <summary>As the campaign knows the caller.</summary>
    public CampaignActor Actor => new(User, Role);

    /// <summary>Called by the platform.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        var claims = context.User;
        return ValueTask.FromResult(
            claims.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Roles.Of(claims.FindFirstValue(ClaimTypes.Role)) is { } role
                ? new Caller(id, claims.Identity?.Name ?? "", role)
                : null);
    }
}
