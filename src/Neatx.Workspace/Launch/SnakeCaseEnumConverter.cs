using System.Text.Json;
using System.Text.Json.Serialization;

namespace Neatx.Workspace.Launch;

/// <summary>Writes an enum's names in snake_case, as the rest of the JSON is.</summary>
public sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;
