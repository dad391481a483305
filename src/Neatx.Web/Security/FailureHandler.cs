using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Neatx.Web.Store;

namespace Neatx.Web.Security;

/// <summary>Turns what was thrown into an answer that says what became of the rater's work, and tells nothing of the inside.</summary>
internal sealed partial class FailureHandler(ILogger<FailureHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: 413 } => Problems.TooLarge(),
            BadHttpRequestException { StatusCode: 415 } => Problems.OfStatus(415),
            BadHttpRequestException bad => Problems.Bad($"it cannot be read{(bad.InnerException is JsonException json ? $" at '{json.Path}'" : "")}.", "Reload the page; scripts compare with /openapi/v1.json."),
            StoreException store => Problems.NotSaved(store.Message),
            // Of the store too: what a user can mend.
            NeatxException neatx => Problems.Of(409, "refused", "Refused", $"What was saved is safe. {neatx.Message}", "Mend what the message says, and try again."),
            DbException => Problems.NotSaved("the database does not answer."),
            _ => Problems.Defect(httpContext.TraceIdentifier),
        };
        if (problem.StatusCode >= 500) Failed(exception, httpContext.TraceIdentifier, exception.GetType().Name);
        await Problems.Write(httpContext, problem);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Trace} failed: {Kind}")]
    private partial void Failed(Exception exception, string trace, string kind);
}
