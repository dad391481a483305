using System.Security.Cryptography;
using System.Text.Json;
using Neatx.Core.Training;

namespace Neatx.Workspace.Training;

/// <summary>What of a run.json decides the run's result, in one key: names and places of files do not.</summary>
internal static class RunKey
{
    /// <summary>The entry of the provenance with the digest of the films' contents.</summary>
    public const string Films = "films";

    /// <summary>Lower-case hexadecimal.</summary>
    public static string Of(RunConfig config)
    {
        var films = new Dictionary<string, string>(StringComparer.Ordinal);
        if (config.Provenance.TryGetValue(Films, out var digest)) films.Add(Films, digest);
        var decisive = config with { Name = "", ImageFolder = "", CacheFolder = "", Weights = config.Weights with { Source = "", File = null }, Provenance = films };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(decisive, TrainingJson.Default.RunConfig)));
    }
}
