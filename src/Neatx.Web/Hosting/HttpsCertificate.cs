using System.Security.Cryptography;

namespace Neatx.Web.Hosting;

/// <summary>Whether the server has a certificate that it can serve https with, found out before anything slow is done.</summary>
internal static class HttpsCertificate
{
    private const string Section = "Kestrel:Certificates:Default";
    private const string Variable = "NEATX_Kestrel__Certificates__Default__";

    /// <summary>Serves https for a moment on a port of its own, as only the platform knows by all the ways that a certificate can be stated.</summary>
    /// <exception cref="NeatxException">There is none, or it cannot be used; and why.</exception>
    public static async Task Check(IReadOnlyList<string> urls, CancellationToken token)
    {
        if (!urls.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))) return;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddEnvironmentVariables("NEATX_");
        builder.WebHost.UseUrls("https://127.0.0.1:0").UseKestrelHttpsConfiguration();
        await using var trial = builder.Build();
        try
        {
            await trial.StartAsync(token);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            throw new NeatxException(Explain(trial.Configuration.GetSection(Section), error.Message.Split('\n', 2)[0].TrimEnd()), error);
        }
    }

    private static string Explain(IConfigurationSection stated, string reason)
    {
        if (stated["Path"] is not { Length: > 0 } path)
            return $"https takes a certificate: name its file in {Variable}Path, and that of its key in {Variable}KeyPath; see docs/guide/serve.md. ({reason})";
        var key = stated["KeyPath"] is { Length: > 0 } file ? $"the key '{file}'" : "no key";
        return $"https cannot be served with the certificate '{path}' and {key}: {reason} "
            + $"Name a certificate in PEM that you may read in {Variable}Path, and the key that belongs to it in {Variable}KeyPath, a key's password in {Variable}Password; see docs/guide/serve.md.";
    }
}
