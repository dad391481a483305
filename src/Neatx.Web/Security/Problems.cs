using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Neatx.Web.Security;

/// <summary>Answers that say what went wrong (RFC 9457). The detail says first what became of the rater's work.</summary>
internal static class Problems
{
    public const string CodeKey = "code";
    public const string WhatToDoKey = "what_to_do";
    private const string Safe = "What was saved is safe.";

    public static ProblemHttpResult Of(int status, string code, string title, string detail, string whatToDo) => TypedResults.Problem(new ProblemDetails
    {
        Status = status,
        Title = title,
        Detail = detail,
        Type = $"/problems/{code}",
        Extensions = { [CodeKey] = code, [WhatToDoKey] = whatToDo },
    });

    public static ProblemHttpResult SignedOut() => Of(
        401, "signed_out", "You are not signed in", $"{Safe} This request was not carried out, as you are not signed in.", "Sign in again; the page then sends what waits.");

    public static ProblemHttpResult NotYours() => Of(
        403, "not_allowed", "Not for your role", $"{Safe} This request was not carried out, as it is not for your role, or not for tokens.", "Sign in as somebody who has that role.");

    public static ProblemHttpResult ReadOnlyToken() => Of(
        403, "read_only_token", "This token only reads", $"{Safe} This request was not carried out, as its token may change nothing.", "Make a token with may_write, for no longer than the script needs it.");

    public static ProblemHttpResult PlainHttp() => Of(
        400,
        "plain_http",
        "Not over https",
        $"{Safe} This request was not carried out: the server is told to stand behind a proxy that ends TLS, and the request did not come over https by a proxy that it knows.",
        "Have the proxy set X-Forwarded-Proto, and name its address to the server: --proxy ADDRESS. See docs/guide/serve.md.");

    public static ProblemHttpResult NoFilm() => Of(
        404, "no_film", "No such film", $"{Safe} There is no film of yours under this handle.", "Ask for your next films.");

    public static ProblemHttpResult NotFound() => Of(
        404, "not_found", "Not found", $"{Safe} There is nothing at this address.", "Check the address against /openapi/v1.json.");

    /// <summary>For what the platform refused before an endpoint saw it.</summary>
    public static ProblemHttpResult OfStatus(int status) => status switch
    {
        401 => SignedOut(),
        403 => NotYours(),
        404 => NotFound(),
        413 => TooLarge(),
        415 => Of(415, "not_json", "Not JSON", $"{Safe} Nothing of this request was carried out: its body is not JSON.", "Send JSON with Content-Type: application/json."),
        _ => Of(status, "bad_request", "Not understood", $"{Safe} Nothing of this request was carried out: it is not one that this address takes.", "Compare with /openapi/v1.json."),
    };

    public static ProblemHttpResult Bad(string detail, string whatToDo) => Of(400, "bad_request", "Not understood", $"{Safe} Nothing of this request was carried out: {detail}", whatToDo);

    public static ProblemHttpResult Refused(Core.Campaign.Refusal refusal) => Of(
        409, refusal.Code, "Refused", $"{Safe} {refusal.Reason}", refusal.WhatToDo);

    public static ProblemHttpResult TooMany(int seconds) => Of(
        429, "too_many", "Too many requests", $"{Safe} This request was not carried out, as there were too many.", FormattableString.Invariant($"Wait {seconds} s and send it again; nothing needs to be typed again."));

    public static ProblemHttpResult NotSaved(string why) => Of(
        503, "not_saved", "Not saved", $"{Safe} This request is not saved: {why}", "Keep the page open: it sends again what waits. Tell the curator if this lasts.");

    public static ProblemHttpResult TooLarge() => Of(
        413, "too_large", "Too large", $"{Safe} Nothing of this request was carried out, as it is larger than the server takes.", "Send fewer events at once: at most 500.");

    public static ProblemHttpResult Defect(string trace) => Of(
        500, "defect", "Our mistake", $"{Safe} This request failed by a mistake of the server's, and may not be saved.", $"Keep the page open: it sends again what waits. Report trace {trace} to who runs the server.");

    /// <summary>Writes a problem outside of an endpoint.</summary>
    public static Task Write(HttpContext context, ProblemHttpResult problem)
    {
        if (context.Response.HasStarted) return Task.CompletedTask;
        context.Response.StatusCode = problem.StatusCode;
        return problem.ExecuteAsync(context);
    }
}
