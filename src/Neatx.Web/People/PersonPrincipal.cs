using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Neatx.Web.People;

/// <summary>What a session knows of a person: id, name, role, and the stamp by which a changed password or role ends it.</summary>
internal sealed class PersonPrincipal(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>
{
    public Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var types = options.Value.ClaimsIdentity;
        var identity = Identity(user, IdentityConstants.ApplicationScheme);
        if (user.SecurityStamp is { } stamp) identity.AddClaim(new Claim(types.SecurityStampClaimType, stamp));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }

    public static ClaimsIdentity Identity(Person user, string scheme) => new(
        [new(ClaimTypes.NameIdentifier, user.Id), new(ClaimTypes.Name, user.UserName!), new(ClaimTypes.Role, user.Role.Word())],
        scheme,
        ClaimTypes.Name,
        ClaimTypes.Role);
}
