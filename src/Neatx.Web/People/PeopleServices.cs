using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Neatx.Web.Hosting;
using Neatx.Web.Security;

namespace Neatx.Web.People;

/// <summary>How people and scripts are known: ASP.NET Core Identity in the campaign's database, a cookie for pages, tokens for scripts.</summary>
internal static class PeopleServices
{
    /// <summary>Of the session of a browser.</summary>
    public const string CookieName = "neatx-session";

    /// <summary>Cookie or token, by what the request has.</summary>
    private const string EitherScheme = "either";

    public static void Add(WebApplicationBuilder builder, ServerOptions options)
    {
        var services = builder.Services;
        services.AddDbContext<PeopleDatabase>(database => PeopleDatabase.Use(database, options.Location));
        services.AddScoped<Invitations>();
        services.AddIdentityCore<Person>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.AllowedUserNameCharacters = "";
                // Long beats odd (NIST SP 800-63B 5.1.1.2).
                identity.Password = new PasswordOptions { RequiredLength = 10, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 4 };
                identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10), AllowedForNewUsers = true };
            })
            .AddEntityFrameworkStores<PeopleDatabase>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonPrincipal>();
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        // In place of a password: the device asks who is there, and knows by itself for whom it has a key, so that no name is told to find out.
        services.Configure<IdentityPasskeyOptions>(passkeys => (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required"));
        AddSchemes(services, options);
        OidcLogin.Add(services.AddAuthentication(), builder.Configuration, options);

        var keys = Directory.CreateDirectory(Path.Combine(options.Folder, "campaign", "keys"));
        PrivateFolder.Close(keys.FullName);
        services.AddDataProtection().SetApplicationName("neatx").PersistKeysToFileSystem(keys);
    }

    private static void AddSchemes(IServiceCollection services, ServerOptions options)
    {
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, either => either.ForwardDefaultSelector =
                context => BearerHandler.TokenOf(context.Request) is null ? IdentityConstants.ApplicationScheme : BearerHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Name, null)
            .AddIdentityCookies(cookies =>
            {
                cookies.ApplicationCookie!.Configure(cookie => SetUp(cookie, CookieName, options));
                cookies.ExternalCookie!.Configure(cookie => Harden(cookie, "neatx-external", options));
                cookies.TwoFactorUserIdCookie!.Configure(cookie => Harden(cookie, "neatx-passkey", options));
            });
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Curator, policy => policy.RequireRole(Roles.Curator))
            .AddPolicy(Policies.Observer, policy => policy.RequireRole(Roles.Curator, Roles.Viewer))
            .AddPolicy(Policies.Adjudicator, policy => policy.RequireRole(Roles.Adjudicator))
            .AddPolicy(Policies.Session, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => !BearerHandler.IsToken(context.User)))
            .AddPolicy(Policies.Rater, policy => policy.RequireRole(Roles.Rater))
            .AddPolicy(Policies.Judge, policy => policy.RequireRole(Roles.Rater, Roles.Adjudicator));
    }

    private static void SetUp(CookieAuthenticationOptions cookie, string name, ServerOptions options)
    {
        Harden(cookie, name, options);
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        // A page that fetches has no use for a redirect.
        cookie.Events.OnRedirectToLogin = context => Problems.Write(context.HttpContext, Problems.SignedOut());
        cookie.Events.OnRedirectToAccessDenied = context => Problems.Write(context.HttpContext, Problems.NotYours());
    }

    private static void Harden(CookieAuthenticationOptions cookie, string name, ServerOptions options)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = name == "neatx-external" ? SameSiteMode.Lax : SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = options.IsLoopback ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
