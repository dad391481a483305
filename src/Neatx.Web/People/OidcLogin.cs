using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Neatx.Web.Api;
using Neatx.Web.Hosting;

namespace Neatx.Web.People;

/// <summary>Signing in with an account of an institution, where the configuration states one: Oidc:Authority, Oidc:ClientId, Oidc:ClientSecret, Oidc:Title.</summary>
internal static class OidcLogin
{
    public const string Scheme = "oidc";
    private const string Section = "Oidc";

    /// <summary>What pages call it, or null where none is configured.</summary>
    public static string? TitleOf(IConfiguration configuration) =>
        configuration[$"{Section}:Authority"] is { Length: > 0 } ? configuration[$"{Section}:Title"] ?? "Single sign-on" : null;

    public static void Add(AuthenticationBuilder authentication, IConfiguration configuration, ServerOptions server)
    {
        if (TitleOf(configuration) is null) return;
        authentication.AddOpenIdConnect(Scheme, options =>
        {
            configuration.GetSection(Section).Bind(options);
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.ResponseType = "code";
            options.UsePkce = true;
            // The answer is a navigation and no form of another site, so that cookies need not go with requests from elsewhere.
            options.ResponseMode = "query";
            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = server.IsLoopback ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            }

            options.CallbackPath = "/api/oidc/callback";
            options.SaveTokens = false;
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("profile");
            options.Events.OnRemoteFailure = async context =>
            {
                context.HandleResponse();
                await OidcRefusal.Of("Your institution's answer is not one that can be trusted, or you stopped there.").ExecuteAsync(context.HttpContext);
            };
        });
    }
}
