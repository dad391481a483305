using System.Text.Json.Serialization;

namespace Neatx.Learning.Features;

/// <summary>How a set and its error are written beside its features: snake_case names, indented.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(FeatureSet))]
[JsonSerializable(typeof(FeatureError))]
internal sealed partial class FeatureJson : JsonSerializerContext;
