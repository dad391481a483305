using Microsoft.AspNetCore.HttpOverrides;
using Neatx.Web.Api;
using Neatx.Web.Figures;
using Neatx.Web.Films;
using Neatx.Web.People;
using Neatx.Web.Security;
using Neatx.Web.Store;
using OpenTelemetry.Metrics;

namespace Neatx.Web.Hosting;

/// <summary>Puts the server together.</summary>
public static class CampaignServer
{
    private const string HandleSecret = "film handles";

    /// <summary>A server over an open store, not started yet.</summary>
    /// <param name="store">Open; who opened it closes it, after the server has stopped.</param>
    /// <param name="options">With what it is served.</param>
    /// <param name="arrange">What tests put in other places.</param>
    public static async Task<WebApplication> Build(CampaignStore store, ServerOptions options, Action<WebApplicationBuilder>? arrange = null)
    {
        var secret = await store.Setting(HandleSecret, () => System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(CampaignServer).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables("NEATX_");
        builder.WebHost.UseUrls([.. options.Urls]).UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Limits.BodyBytes;
        });
        AddLogging(builder, options);
        arrange?.Invoke(builder);
        AddServices(builder, store, options, secret);
        var app = builder.Build();
        // It counts from the start, and not from the first request that takes one.
        app.Services.GetRequiredService<ServerMetrics>();
        Use(app, options);
        Map(app);
        return app;
    }

    private static void AddLogging(WebApplicationBuilder builder, ServerOptions options)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(options.IsTerminal ? LogLevel.Warning : LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        // That it cannot start is told by who started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // It says at every /api/me that it forbids caching, which we do ourselves.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // Said by FailureHandler, once.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        if (options.IsTerminal) builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        else builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServices(WebApplicationBuilder builder, CampaignStore store, ServerOptions options, byte[] secret)
    {
        var services = builder.Services;
        services.AddSingleton(store).AddSingleton(options).AddSingleton(options.Limits).AddSingleton(options.Clock);
        services.AddSingleton(new FilmHandles(secret)).AddSingleton<FilmAccess>().AddSingleton<FilmFiles>().AddSingleton<FilmCache>();
        var campaign = options.Protocol.Campaign!;
        services.AddSingleton(Guideline.Of(campaign.Guideline)).AddSingleton(ExpertMarks.Of(campaign.Gold?.Marks, campaign.Findings)).AddSingleton(ViewerFiles.Of(options.ViewerFolder));
        services.AddSingleton<QualificationFigures>().AddSingleton<AdjudicationDesk>().AddSingleton<CampaignFigures>().AddSingleton<ServerMetrics>();
        services.AddHostedService(provider => provider.GetRequiredService<CampaignFigures>());
        services.AddScoped<MeAnswer>();
        PeopleServices.Add(builder, options);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = AntiforgeryFilter.Header;
            antiforgery.Cookie.Name = "neatx-antiforgery";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = options.IsLoopback ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        RateLimits.Add(services, options);
        services.ConfigureHttpJsonOptions(json => WebJson.Set(json.SerializerOptions));
        services.AddProblemDetails().AddExceptionHandler<FailureHandler>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: ["ready"]);
        ApiDocument.Add(services);
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter(ServerMetrics.Name).AddPrometheusExporter());
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        // A name that resolves to this machine does not make a page of another site ours.
        services.AddHostFiltering(hosts => hosts.AllowedHosts = options.IsLoopback ? ["localhost", "127.0.0.1", "[::1]"] : ["*"]);
        if (!options.IsBehindProxy) return;
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in options.Proxies) forwarded.KnownIPNetworks.Add(network);
        });
    }

    private static void Use(WebApplication app, ServerOptions options)
    {
        if (options.IsBehindProxy) app.UseForwardedHeaders();
        app.UseHostFiltering();
        SecurityHeaders.Use(app);
        if (!options.IsLoopback) app.UseHsts();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler();
        if (options.IsBehindProxy) RefusePlainHttp(app);
        app.UseStatusCodePages(context => Problems.Write(context.HttpContext, Problems.OfStatus(context.HttpContext.Response.StatusCode)));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        LargeBodies.Use(app, options.Limits);
        app.UseAuthorization();
    }

    /// <summary>Behind a proxy all that people do comes over https; else passwords and cookies would be read on the way to it. Probes of the machine itself may be plain.</summary>
    private static void RefusePlainHttp(WebApplication app) => app.Use((context, next) =>
        !context.Request.IsHttps && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? Problems.Write(context, Problems.PlainHttp()) : next(context));

    private static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api").AddEndpointFilter<RouteGroupBuilder, AntiforgeryFilter>();
        SignInApi.Map(api);
        InvitationApi.Map(api);
        PasskeyApi.Map(api);
        TokenApi.Map(api);
        OidcApi.Map(api, OidcLogin.TitleOf(app.Configuration) is not null);
        CampaignApi.Map(api);
        WorkApi.Map(api);
        EventApi.Map(api);
        FilmApi.Map(api);
        FeedbackApi.Map(api);
        AdjudicationApi.Map(api);
        CuratorApi.Map(api);
        PlanApi.Map(api);
        ExportApi.Map(api);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).DisableRateLimiting();
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(Policies.Observer);
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapGet("/{**path}", Page).ExcludeFromDescription().AllowAnonymous();
    }

    private static Task Page(HttpContext http, ViewerFiles viewer) => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        ? Problems.Write(http, Problems.NotFound())
        : viewer.Find(http.Request.Path).Send(http);
}
