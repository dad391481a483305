using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Neatx.Web.Tests.Server;

/// <summary>An OpenID provider on this machine that knows one person and can be told to lie.</summary>
internal sealed class OidcProvider : IAsyncDisposable
{
    public const string Client = "neatx";
    public const string ClientSecret = "secret-of-the-client";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _otherKey = RSA.Create(2048);
    private readonly WebApplication _app;
    private readonly Dictionary<string, IQueryCollection> _codes = new(StringComparer.Ordinal);

    private OidcProvider(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Who signs in there.</summary>
    public string Subject { get; set; } = "person-1";

    /// <summary>Issuer of the tokens; null for the true one.</summary>
    public string? Issuer { get; set; }

    public string Audience { get; set; } = Client;

    /// <summary>Nonce in the tokens; null for the one that was asked for.</summary>
    public string? Nonce { get; set; }

    /// <summary>Whether tokens are signed with a key that is not published.</summary>
    public bool IsForged { get; set; }

    public bool IsExpired { get; set; }

    /// <summary>The last request to sign somebody in.</summary>
    public IQueryCollection? Asked { get; private set; }

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Oidc:Authority"] = Address,
        ["Oidc:ClientId"] = Client,
        ["Oidc:ClientSecret"] = ClientSecret,
        ["Oidc:Title"] = "Hospital",
        ["Oidc:RequireHttpsMetadata"] = "false",
    };

    public static async Task<OidcProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var provider = new OidcProvider(app);
        app.MapGet("/.well-known/openid-configuration", provider.Discovery);
        app.MapGet("/jwks", provider.Keys);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", (Delegate)provider.Token);
        await app.StartAsync();
        return provider;
    }

    /// <summary>What the person's browser does there: signs in, and is sent back.</summary>
    /// <param name="address">Where the server sent the browser.</param>
    /// <returns>Path and query on the server.</returns>
    public async Task<string> SignIn(Uri address)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var response = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(302, (int)response.StatusCode);
        return response.Headers.Location!.PathAndQuery;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _otherKey.Dispose();
    }

    private IResult Discovery() => Results.Json(new
    {
        issuer = Address,
        authorization_endpoint = $"{Address}/authorize",
        token_endpoint = $"{Address}/token",
        jwks_uri = $"{Address}/jwks",
        response_types_supported = new[] { "code" },
        subject_types_supported = new[] { "public" },
        id_token_signing_alg_values_supported = new[] { "RS256" },
    });

    private IResult Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.ExportParameters(includePrivateParameters: false)) { KeyId = "key" });
        return Results.Json(new { keys = new[] { new { kty = key.Kty, use = "sig", kid = "key", alg = "RS256", n = key.N, e = key.E } } });
    }

    private IResult Authorize(HttpContext http)
    {
        Asked = http.Request.Query;
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = Asked;
        return Results.Redirect($"{Asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(Asked["state"].ToString())}");
    }

    private async Task<IResult> Token(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        // A code works once, for the client that asked, and for who knows what the challenge was made of (RFC 7636).
        if (!_codes.Remove(form["code"].ToString(), out var asked) || form["client_secret"] != ClientSecret || form["redirect_uri"] != asked["redirect_uri"]
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked["code_challenge"])
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        var now = DateTime.UtcNow;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer ?? Address,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now.AddHours(-2),
            Expires = IsExpired ? now.AddHours(-1) : now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = Subject, ["preferred_username"] = $"{Subject}@hospital.example", ["nonce"] = Nonce ?? asked["nonce"].ToString() },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(IsForged ? _otherKey : _key) { KeyId = "key" }, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 300, id_token = token });
    }
}
