using System.Security.Cryptography;
using System.Text.Json;
using Neatx.Core.Training;

namespace Neatx.Learning.Training;

/// <summary>The SHA-256 of what in a run.json decides the result: all but names, places of files, and threads, which are stated apart.</summary>
public static class ConfigHash
{
    public static string Of(RunConfig config)
    {
        var decisive = config with
        {
            Name = "",
            ImageFolder = "",
            CacheFolder = "",
            Weights = config.Weights with { Source = "", File = config.Weights.File is null ? null : "" },
            Provenance = new Dictionary<string, string>(StringComparer.Ordinal),
            Recipe = config.Recipe with { Threads = 1, CacheFeatures = true },
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(decisive, TrainingJson.Default.RunConfig)));
    }
}
