using System.IO.Compression;
using System.Security.Cryptography;

namespace Neatx.Web.Hosting;

/// <summary>A file of the pages, ready to be sent.</summary>
internal sealed class ViewerFile
{
    private const int WorthIt = 1024;

    public ViewerFile(string name, byte[] content)
    {
        Content = content;
        ContentType = TypeOf(Path.GetExtension(name));
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"";
        var isText = !ContentType.StartsWith("image/", StringComparison.Ordinal) && !ContentType.StartsWith("font/", StringComparison.Ordinal);
        Compressed = new Lazy<byte[]?>(() => isText && content.Length > WorthIt ? Compress(content) : null);
        IsPage = ContentType.StartsWith("text/html", StringComparison.Ordinal);
    }

    public byte[] Content { get; }

    /// <summary>Brotli, or null where it is not worth it; made when first asked for.</summary>
    public Lazy<byte[]?> Compressed { get; }

    public string ContentType { get; }

    public string ETag { get; }

    /// <summary>Pages are asked for anew; what they name carries a hash in its name.</summary>
    public bool IsPage { get; }

    public async Task Send(HttpContext http)
    {
        var response = http.Response;
        response.Headers.ETag = ETag;
        response.Headers.CacheControl = IsPage ? "no-cache" : "public, max-age=3600";
        response.Headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch == ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentType;
        var body = Content;
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal) && Compressed.Value is { } compressed)
        {
            response.Headers.ContentEncoding = "br";
            body = compressed;
        }

        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static byte[] Compress(byte[] content)
    {
        using var stream = new MemoryStream(content.Length / 2);
        using (var brotli = new BrotliStream(stream, new BrotliCompressionOptions { Quality = 5 })) brotli.Write(content);
        return stream.ToArray();
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" or ".map" or ".webmanifest" => "application/json",
        ".wasm" => "application/wasm",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
