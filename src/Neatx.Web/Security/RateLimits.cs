using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Neatx.Web.Hosting;

namespace Neatx.Web.Security;

/// <summary>How often one person, or one address that is not signed in, may ask.</summary>
internal static class RateLimits
{
    /// <summary>For what a guesser would try: passwords and codes.</summary>
    public const string Guessing = "guessing";

    public static void Add(IServiceCollection services, ServerOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(context),
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.Limits.Burst,
                TokensPerPeriod = options.Limits.PerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
        limiter.AddPolicy(Guessing, context => RateLimitPartition.GetFixedWindowLimiter(
            AddressOf(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Limits.GuessesPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        limiter.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
            context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await Problems.Write(context.HttpContext, Problems.TooMany(wait));
        };
    });

    private static string AddressOf(HttpContext context) => $"address {context.Connection.RemoteIpAddress}";
}
