using Microsoft.AspNetCore.Http.HttpResults;

namespace Neatx.Web.Api;

/// <summary>What a browser shows that came back from an institution and cannot be let in: a page, as no script of ours asked.</summary>
internal static class OidcRefusal
{
    /// <param name="why">A sentence; texts of others are encoded.</param>
    public static ContentHttpResult Of(string why) => TypedResults.Content(
        $"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <title>Not signed in</title>
        <h1>You are not signed in</h1>
        <p>What was saved is safe. {System.Net.WebUtility.HtmlEncode(why)}</p>
        <p>Coming for the first time? Open your invitation link and choose single sign-on there, or ask the curator for an invitation.</p>
        <p><a href="/">Back to signing in</a></p>
        </html>
        """,
        "text/html; charset=utf-8",
        statusCode: StatusCodes.Status403Forbidden);
}
