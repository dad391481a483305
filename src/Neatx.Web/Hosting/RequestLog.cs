using System.Diagnostics;
using System.Security.Claims;

namespace Neatx.Web.Hosting;

/// <summary>An entry a request: the template of the path, never the path, which may hold a code; no query, no header, no body.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        await next(context);
        if (!log.IsEnabled(LogLevel.Information)) return;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "other";
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var user = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        Served(context.Request.Method, route, context.Response.StatusCode, milliseconds, user);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds} ms for {User}")]
    private partial void Served(string method, string route, int status, double milliseconds, string? user);
}
