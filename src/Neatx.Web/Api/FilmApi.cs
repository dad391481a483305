using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Neatx.Web.Films;
using Neatx.Web.Security;

namespace Neatx.Web.Api;

/// <summary>The pixels of films. They are known by handles alone; no answer holds a name.</summary>
internal static class FilmApi
{
    public const string Octets = "application/octet-stream";
    private const string Kept = "private, max-age=604800, immutable";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/films/{handle}/pixels", Pixels).RequireAuthorization().Produces<Stream>(200, Octets).WithTags("Rating").WithName("getFilm")
            .WithSummary("The pixels of a film, 16-bit little-endian gray, row after row; X-Width, X-Height, X-Bits, X-Window-Center and X-Window-Width say how to read them.");
        api.MapGet("/films/{handle}/thumbnail", Small).RequireAuthorization().Produces<Stream>(200, "image/png").WithTags("Rating").WithName("getThumbnail")
            .WithSummary("A small picture of a film in its window.");
    }

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> Pixels(string handle, HttpContext http, Caller caller, FilmAccess access, FilmFiles files, FilmCache films)
    {
        if (access.Resolve(caller, handle) is not var (image, _)) return Problems.NoFilm();
        if (files.PathOf(image) is not { } path) return Unreadable();
        return await Send(http, await films.Get(path), handle);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Small(string handle, HttpContext http, Caller caller, FilmAccess access, FilmFiles files, FilmCache films)
    {
        if (access.Resolve(caller, handle) is not var (image, _)) return Problems.NoFilm();
        if (files.PathOf(image) is not { } path) return Unreadable();
        var film = await films.Get(path);
        if (film.Refusal is not null) return Unreadable();
        http.Response.Headers.CacheControl = Kept;
        return TypedResults.File(Thumbnail.Of(film), "image/png");
    }

    /// <summary>Sends a film, or what to do where it cannot be read.</summary>
    internal static async Task<Results<EmptyHttpResult, ProblemHttpResult>> Send(HttpContext http, EncodedFilm film, string tag)
    {
        if (film.Refusal is not null) return Unreadable();
        var response = http.Response;
        var quoted = $"\"{tag}\"";
        response.Headers.ETag = quoted;
        response.Headers.CacheControl = Kept;
        response.Headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch == quoted)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return TypedResults.Empty;
        }

        response.ContentType = Octets;
        response.Headers["X-Width"] = Text(film.Width);
        response.Headers["X-Height"] = Text(film.Height);
        response.Headers["X-Bits"] = Text(film.Bits);
        response.Headers["X-Window-Center"] = Text(film.Center);
        response.Headers["X-Window-Width"] = Text(film.Window);
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            response.Headers.ContentEncoding = "gzip";
            response.ContentLength = film.Gzip.Length;
            await response.Body.WriteAsync(film.Gzip, http.RequestAborted);
        }
        else
        {
            response.ContentLength = 2L * film.Width * film.Height;
            await using var gzip = new GZipStream(new MemoryStream(film.Gzip), CompressionMode.Decompress);
            await gzip.CopyToAsync(response.Body, http.RequestAborted);
        }

        return TypedResults.Empty;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The reason names files, so it is told to the log and not to the rater.</summary>
    private static ProblemHttpResult Unreadable() => Problems.Of(
        422, "unreadable", "Film cannot be shown", "What was saved is safe. The file of this film is missing or damaged.", "Mark it invalid as unreadable and go on; tell the curator if it happens often.");
}
